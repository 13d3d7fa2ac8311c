package anima.client.view;

import anima.client.hud.GlyphFont;
import anima.client.hud.Skin;
import anima.client.hud.Texts;
import anima.client.hud.ToastState;
import anima.client.hud.Typeface;
import anima.client.input.KeyBindings;
import anima.client.sound.SoundDevice;
import anima.world.Session;
import anima.world.place.PlaceTerrain;
import com.jme3.app.SimpleApplication;
import com.jme3.app.state.AppState;
import com.jme3.asset.AssetManager;
import com.jme3.math.ColorRGBA;
import com.jme3.system.AppSettings;
import com.jme3.system.JmeContext;
import com.simsilica.lemur.GuiGlobals;
import com.simsilica.lemur.Label;
import java.awt.Font;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The window: builds the scenery while it says so, then hands over to the {@link Stage}. The engine
 * calls all overridden methods on its render thread.
 */
final class ClientApplication extends SimpleApplication {
  private static final int FRAMES_PER_SECOND_MAX = 60;

  private final Session session;
  private final ClientOptions options;
  private final ClientGuest guest;
  private final LongConsumer frameNanos;
  private final Texts texts;
  private final KeyBindings keys;
  private final boolean audible;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long calledNanos = System.nanoTime();
  private Preset preset;
  private @Nullable CompletableFuture<Scenery> building;
  private @Nullable Label loading;
  private @Nullable Skin skin;
  private @Nullable ToastState toasts;
  private @Nullable Stage stage;
  private volatile @Nullable String failure;
  private long firstFrameNanos;
  private long lastFrameNanos;
  private long frames;

  ClientApplication(
      Session session, ClientOptions options, ClientGuest guest, LongConsumer frameNanos)
      throws BadOptionException {
    super(new AppState[0]);
    this.frameNanos = frameNanos;
    this.session = session;
    this.options = options;
    this.guest = guest;
    texts = new Texts(options.language());
    keys =
        options.settingsFolder().isPresent()
            ? KeyBindings.read(options.settingsFolder().get().resolve(KeyBindings.FILE))
            : KeyBindings.usual();
    audible = SoundDevice.isPresent();
    preset = options.preset().orElse(GraphicsCard.isLikely() ? Preset.MEDIUM : Preset.LOW);
  }

  /** Opens the window and waits until it is closed. */
  ClientOutcome run() {
    setSettings(engineSettings());
    setShowSettings(false);
    setPauseOnLostFocus(false);
    start(options.windowed() ? JmeContext.Type.Display : JmeContext.Type.OffscreenSurface, true);
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
    long now = System.nanoTime();
    long startup = firstFrameNanos == 0 ? 0 : (firstFrameNanos - calledNanos) / 1_000_000;
    double mean = frames < 2 ? 0 : (now - firstFrameNanos) / 1e6 / (frames - 1);
    return new ClientOutcome(Optional.ofNullable(failure), preset, frames, startup, mean);
  }

  private AppSettings engineSettings() {
    AppSettings engine = new AppSettings(true);
    engine.setTitle("Anima · " + session.place().name().in(options.language()));
    engine.setResolution(options.widthPixels(), options.heightPixels());
    engine.setFullscreen(options.fullscreen());
    engine.setRenderer(AppSettings.LWJGL_OPENGL33);
    engine.setGammaCorrection(false);
    engine.setSamples(preset.samples());
    engine.setFrameRate(FRAMES_PER_SECOND_MAX);
    engine.setVSync(true);
    if (!audible) {
      engine.setAudioRenderer(null);
    }
    return engine;
  }

  @Override
  public void simpleInitApp() {
    inputManager.deleteMapping(SimpleApplication.INPUT_MAPPING_EXIT);
    GuiGlobals.initialize(this);
    boolean software = GraphicsCard.isSoftware(GraphicsCard.name());
    boolean lowered = software && options.preset().isEmpty();
    preset = lowered ? Preset.LOW : preset;
    Optional<Font> face = Typeface.find();
    ToastState sentences = openToasts(face.orElse(Typeface.plain()));
    if (face.isEmpty()) {
      sentences.show(Typeface.MISSING);
    }
    if (lowered) {
      sentences.show(texts.of("no.gpu"));
    }
    if (!audible) {
      sentences.show(texts.of("no.sound"));
    }
    AssetManager assets = assetManager;
    Preset chosen = preset;
    building =
        CompletableFuture.supplyAsync(
            () ->
                Scenery.build(assets, session.place(), new PlaceTerrain(session.place()), chosen));
  }

  private ToastState openToasts(Font face) {
    ToastState[] opened = new ToastState[1];
    GlyphFont glyphs =
        new GlyphFont(
            assetManager,
            face,
            sentence -> {
              if (opened[0] != null) {
                opened[0].show(sentence);
              }
            });
    Skin made = new Skin(glyphs, cam.getHeight());
    ToastState sentences = new ToastState(guiNode, made);
    opened[0] = sentences;
    String place = session.place().name().in(options.language());
    Label label = made.label(texts.of("loading", place), 26, ColorRGBA.White, true);
    label.setLocalTranslation(
        (cam.getWidth() - label.getPreferredSize().x) / 2, cam.getHeight() * 0.52f, 0);
    guiNode.attachChild(label);
    viewPort.setBackgroundColor(new ColorRGBA(0.16f, 0.22f, 0.28f, 1));
    skin = made;
    toasts = sentences;
    loading = label;
    return sentences;
  }

  @Override
  public void simpleUpdate(float seconds) {
    CompletableFuture<Scenery> future = building;
    if (stage != null) {
      countFrame();
    } else if (future != null && future.isDone()) {
      raise(future);
    }
  }

  private void raise(CompletableFuture<Scenery> future) {
    Skin made = skin;
    ToastState sentences = toasts;
    if (made == null || sentences == null) {
      throw new IllegalStateException("the scenery was built before the window was open");
    }
    try {
      Scenery scenery = future.join();
      stage = new Stage(this, session, options, guest, texts, keys, preset, audible);
      stage.raise(scenery, made, sentences, this::finish);
    } catch (CompletionException e) {
      throw new IllegalStateException("the scenery cannot be built: " + e.getCause(), e);
    }
    if (loading != null) {
      loading.removeFromParent();
    }
  }

  private void countFrame() {
    frames++;
    if (frames == 2 && firstFrameNanos == 0) {
      firstFrameNanos = System.nanoTime();
      if (stage != null) {
        stage.open();
      }
    }
    long now = System.nanoTime();
    if (frames > 2) {
      frameNanos.accept(now - lastFrameNanos);
    }
    lastFrameNanos = now;
    Optional<String> ended = session.ended();
    if (ended.isPresent()) {
      finish(texts.of("ended", ended.get()));
    }
  }

  /** Closes the window; a text that is not empty is what went wrong. */
  private void finish(String sentence) {
    if (!sentence.isEmpty() && failure == null) {
      failure = sentence;
    }
    stop();
  }

  @Override
  public void handleError(String message, @Nullable Throwable cause) {
    if (failure == null) {
      String detail =
          cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
      failure = "The window cannot go on: " + message.lines().findFirst().orElse("") + detail;
    }
    System.getLogger("anima.client").log(System.Logger.Level.DEBUG, message, cause);
    closed.countDown();
    stop();
  }

  @Override
  public void destroy() {
    super.destroy();
    closed.countDown();
  }
}
