package anima.client.view;

import anima.client.sky.Air;
import anima.client.sky.Daylight;
import anima.client.sky.SkyDome;
import anima.client.sky.SunShadow;
import anima.world.Scene;
import anima.world.Weather;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.scene.Node;

/** Keeps light, sky and lamps at the hour and weather of the scene, going over smoothly. */
final class SkyState extends BaseAppState {
  private static final double HOURS_PER_SECOND_MAX = 0.6;

  private final Node root;
  private final Scene scene;
  private final Scenery scenery;
  private final Air air;
  private final SunShadow shadow;
  private double hour = -1;
  private Weather weather = Weather.CLEAR;
  private final SkyDome dome;

  SkyState(Node root, Scene scene, Scenery scenery, Air air, SunShadow shadow, SkyDome dome) {
    this.root = root;
    this.scene = scene;
    this.scenery = scenery;
    this.air = air;
    this.shadow = shadow;
    this.dome = dome;
  }

  @Override
  protected void initialize(Application app) {
    root.attachChild(dome.spatial());
    show(scenery.ground().place().startHour(), Weather.CLEAR);
  }

  @Override
  public void update(float seconds) {
    double ahead = Math.IEEEremainder(scene.hour() - hour, 24);
    boolean heard = scene.tick() > 0;
    if (heard && (Math.abs(ahead) > 1e-4 || weather != scene.weather())) {
      double step = Math.min(Math.abs(ahead), HOURS_PER_SECOND_MAX * seconds);
      boolean far = Math.abs(ahead) > 1;
      double next = far ? scene.hour() : hour + Math.signum(ahead) * step;
      show((next + 24) % 24, scene.weather());
    }
    air.setLamps(
        scenery
            .village()
            .lampsNear(getApplication().getCamera().getLocation(), Air.LAMP_COUNT_MAX));
  }

  private void show(double newHour, Weather newWeather) {
    hour = newHour;
    weather = newWeather;
    Daylight light = Daylight.at(hour, weather);
    air.set(light);
    dome.set(light);
    shadow.setSunDirection(light.sunDirection());
  }

  @Override
  protected void cleanup(Application app) {
    dome.spatial().removeFromParent();
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
