package anima.client.sky;

import com.jme3.material.MatParamOverride;
import com.jme3.math.ColorRGBA;
import com.jme3.math.Matrix4f;
import com.jme3.math.Vector2f;
import com.jme3.math.Vector3f;
import com.jme3.math.Vector4f;
import com.jme3.scene.Spatial;
import com.jme3.shader.VarType;
import com.jme3.texture.Texture2D;
import java.util.List;

/**
 * Light and air as shader parameters of everything under one node: set once a frame here, not on
 * each material. Owned by the render thread.
 */
public final class Air {
  /** Lamps that may light one picture. */
  public static final int LAMP_COUNT_MAX = 6;

  private final MatParamOverride sunDirection = vector("SunDirection", Vector3f.UNIT_Y);
  private final MatParamOverride sun = colour("SunColor");
  private final MatParamOverride skyLight = colour("SkyLight");
  private final MatParamOverride groundLight = colour("GroundLight");
  private final MatParamOverride haze = colour("HazeColor");
  private final MatParamOverride glare = colour("GlareColor");
  private final MatParamOverride zenith = colour("ZenithColor");
  private final MatParamOverride hazePerMeter = number("HazeDensity", 0);
  private final MatParamOverride night = number("NightGlow", 0);
  private final MatParamOverride wind =
      new MatParamOverride(VarType.Vector2, "Wind", new Vector2f(1, 0.4f));
  private final MatParamOverride lamps;
  private final MatParamOverride lampCount =
      new MatParamOverride(VarType.Int, "LampCount", LAMP_COUNT_MAX);
  private final MatParamOverride shadowMatrix =
      new MatParamOverride(VarType.Matrix4, "ShadowMatrix", new Matrix4f());
  private final MatParamOverride shadowInfo =
      new MatParamOverride(VarType.Vector4, "ShadowInfo", new Vector4f());
  private final Spatial root;
  private boolean lampsOn;

  public Air(Spatial root) {
    this.root = root;
    Vector4f[] dark = new Vector4f[LAMP_COUNT_MAX];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = new Vector4f();
    }
    lamps = new MatParamOverride(VarType.Vector4Array, "Lamps", dark);
    for (MatParamOverride each :
        List.of(
            sunDirection,
            sun,
            skyLight,
            groundLight,
            haze,
            glare,
            zenith,
            hazePerMeter,
            night,
            wind)) {
      root.addMatParamOverride(each);
    }
  }

  /** Sets the light of now. */
  public void set(Daylight light) {
    sunDirection.setValue(light.sunDirection());
    sun.setValue(light.sun());
    skyLight.setValue(light.skyLight());
    groundLight.setValue(light.groundLight());
    haze.setValue(light.haze());
    glare.setValue(light.glare());
    zenith.setValue(light.zenith());
    hazePerMeter.setValue(light.hazePerMeter());
    night.setValue(light.night());
  }

  /**
   * Places up to {@link #LAMP_COUNT_MAX} lamps, each (x, y, z, reach); missing ones are dark. By
   * day none is reckoned at all, which makes the picture cheaper.
   */
  public void setLamps(List<Vector4f> nearest) {
    boolean wanted = (float) night.getValue() > 0.02f;
    if (wanted != lampsOn) {
      lampsOn = wanted;
      if (wanted) {
        root.addMatParamOverride(lampCount);
        root.addMatParamOverride(lamps);
      } else {
        root.removeMatParamOverride(lampCount);
        root.removeMatParamOverride(lamps);
      }
    }
    Vector4f[] values = (Vector4f[]) lamps.getValue();
    for (int i = 0; i < values.length; i++) {
      values[i].set(i < nearest.size() ? nearest.get(i) : Vector4f.ZERO);
    }
  }

  /** Lets the sun's shadow map darken the picture. */
  public void useShadow(Texture2D map) {
    root.addMatParamOverride(new MatParamOverride(VarType.Texture2D, "ShadowMap", map));
    root.addMatParamOverride(shadowMatrix);
    root.addMatParamOverride(shadowInfo);
  }

  /** Sets where the shadow map lies: world to (u, v, depth), and how it is read. */
  public void setShadow(Matrix4f worldToMap, Vector4f info) {
    shadowMatrix.setValue(worldToMap);
    shadowInfo.setValue(info);
  }

  private static MatParamOverride colour(String name) {
    return new MatParamOverride(VarType.Vector4, name, new ColorRGBA(0, 0, 0, 1));
  }

  private static MatParamOverride vector(String name, Vector3f value) {
    return new MatParamOverride(VarType.Vector3, name, value);
  }

  private static MatParamOverride number(String name, float value) {
    return new MatParamOverride(VarType.Float, name, value);
  }
}
