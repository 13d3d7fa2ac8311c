package anima.client.view;

import anima.client.avatar.BodiesState;
import anima.client.avatar.TickClock;
import anima.client.hud.Hud;
import anima.client.hud.Skin;
import anima.client.hud.Texts;
import anima.client.hud.ToastState;
import anima.client.input.Command;
import anima.client.input.EyeState;
import anima.client.input.HeldKeys;
import anima.client.input.InputState;
import anima.client.input.KeyBindings;
import anima.client.input.Obstacles;
import anima.client.input.WalkState;
import anima.client.screenshot.ScreenshotState;
import anima.client.sky.Air;
import anima.client.sky.SkyDome;
import anima.client.sky.SunShadow;
import anima.client.sound.SoundState;
import anima.client.sound.SpeechSink;
import anima.world.Scene;
import anima.world.Session;
import anima.world.Vec3;
import anima.world.World;
import anima.world.place.Place;
import anima.world.place.PlaceTerrain;
import com.jme3.app.SimpleApplication;
import com.jme3.math.Vector3f;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts all states of an open client together, once the scenery is built. Render thread only. */
final class Stage {
  private final SimpleApplication app;
  private final Session session;
  private final ClientOptions options;
  private final ClientGuest guest;
  private final Texts texts;
  private final KeyBindings keys;
  private final Preset preset;
  private final boolean audible;
  private final ScreenshotState camera = new ScreenshotState();
  private @Nullable Hud hud;
  private @Nullable SoundState sound;

  Stage(
      SimpleApplication app,
      Session session,
      ClientOptions options,
      ClientGuest guest,
      Texts texts,
      KeyBindings keys,
      Preset preset,
      boolean audible) {
    this.app = app;
    this.session = session;
    this.options = options;
    this.guest = guest;
    this.texts = texts;
    this.keys = keys;
    this.preset = preset;
    this.audible = audible;
  }

  /**
   * @param finish closes the client, with a sentence if something went wrong
   */
  void raise(Scenery scenery, Skin skin, ToastState toasts, Consumer<String> finish) {
    Place place = session.place();
    TickClock clock = new TickClock(World.TICKS_PER_SECOND);
    PerceptionState perception = new PerceptionState(session, clock);
    Scene scene = perception.scene();
    Obstacles obstacles = new Obstacles(place, new PlaceTerrain(place));
    BodiesState bodies = new BodiesState(scenery.casters(), scene, clock, obstacles);
    EyeState eye = new EyeState(bodies, obstacles, arrival(place, obstacles));
    HeldKeys held = new HeldKeys();
    WalkState walk = new WalkState(session, held, bodies, eye);
    Deeds[] deeds = new Deeds[1];
    Consumer<Command> press = command -> deeds[0].press(command);
    InputState input = new InputState(keys, held, eye, press);
    Hud written =
        new Hud(app.getGuiNode(), skin, texts, session, scene, bodies, eye, input, keys, toasts);
    deeds[0] = new Deeds(session, scene, bodies, walk, written, texts, app.getCamera());
    sound = new SoundState(bodies, audible);
    hud = written;
    app.getStateManager().attach(new SceneryState(app.getRootNode(), scenery));
    raiseSky(scenery, scene);
    app.getStateManager().attachAll(perception, bodies, input, walk, eye, sound);
    app.getStateManager().attachAll(written.states());
    perception.listen(bodies::perceive);
    perception.listen(event -> event.accept(written.narrator()));
    perception.listen(guest::perceived);
    app.getStateManager().attach(camera);
    options
        .screenshot()
        .ifPresent(file -> camera.wish(file, options.screenshotAfterSeconds(), finish));
  }

  private void raiseSky(Scenery scenery, Scene scene) {
    Air air = new Air(app.getRootNode());
    SunShadow shadow =
        new SunShadow(
            air,
            scenery.casters(),
            preset.shadowTexels(),
            preset.shadowRadiusMeters(),
            preset.shadowTaps(),
            preset.shadowEveryFrames());
    SkyDome dome = new SkyDome(app.getAssetManager(), session.place().seed() + 9);
    app.getStateManager()
        .attachAll(shadow, new SkyState(app.getRootNode(), scene, scenery, air, shadow, dome));
  }

  private static Vector3f arrival(Place place, Obstacles obstacles) {
    Vec3 at = place.arrival();
    return new Vector3f((float) at.x(), obstacles.floor(at.x(), at.z()) + 2, (float) at.z());
  }

  /** The first whole picture is there: greets, and lets the guest in. */
  void open() {
    Hud written = hud;
    SoundState voices = sound;
    if (written == null || voices == null) {
      throw new IllegalStateException("opened before it was raised");
    }
    FirstVisit.greet(options.settingsFolder(), written.toasts(), texts, session.place(), keys);
    guest.opened(new Door(app, written, voices, camera));
  }

  /** What others may ask for; all of it is queued for the render thread. */
  private record Door(SimpleApplication app, Hud hud, SoundState sound, ScreenshotState camera)
      implements ClientDoor {
    @Override
    public SpeechSink speech() {
      return sound;
    }

    @Override
    public void partial(String words) {
      hud.status().partial(words);
    }

    @Override
    public void notice(String sentence) {
      hud.toasts().show(sentence);
    }

    @Override
    public void openChat(String text) {
      app.enqueue(() -> hud.chat().open(Optional.empty(), Optional.empty(), text));
    }

    @Override
    public void screenshot(Path file, Consumer<String> done) {
      camera.wish(file, 0, done);
    }

    @Override
    public void close() {
      app.enqueue(() -> app.stop());
    }
  }
}
