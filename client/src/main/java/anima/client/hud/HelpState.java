package anima.client.hud;

import anima.client.avatar.BodiesState;
import anima.client.input.Command;
import anima.client.input.KeyBindings;
import anima.world.Scene;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.Vector3f;
import com.jme3.scene.Node;
import com.simsilica.lemur.Container;
import com.simsilica.lemur.Label;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The list of keys, and figures for developers. */
public final class HelpState extends BaseAppState {
  private static final double FIGURES_SECONDS = 0.5;

  private final Node gui;
  private final Skin skin;
  private final Texts texts;
  private final KeyBindings keys;
  private final Scene scene;
  private final BodiesState bodies;
  private final Label figures;
  private @Nullable Container help;
  private boolean showsFigures;
  private double seconds;
  private int frames;

  public HelpState(
      Node gui, Skin skin, Texts texts, KeyBindings keys, Scene scene, BodiesState bodies) {
    this.gui = gui;
    this.skin = skin;
    this.texts = texts;
    this.keys = keys;
    this.scene = scene;
    this.bodies = bodies;
    figures = skin.label("", 15, Skin.PAPER, true);
  }

  public void toggleHelp() {
    if (help != null) {
      help.removeFromParent();
      help = null;
      return;
    }
    Container panel = skin.panel(Skin.NIGHT, 0.85f, 22, 16);
    panel.addChild(skin.label(texts.of("help.title"), 22, Skin.GOLD, false));
    Container table = panel.addChild(new Container());
    table.setBackground(null);
    for (Command command : Command.values()) {
      table.addChild(skin.label(keys.key(command) + "   ", 17, Skin.GOLD, false));
      table.addChild(skin.label(texts.of("help." + command.name()), 17, Skin.PAPER, false), 1);
    }
    panel.addChild(skin.label(texts.of("help.end", KeyBindings.FILE), 15, Skin.PAPER, false));
    Vector3f size = panel.getPreferredSize();
    float width = getApplication().getCamera().getWidth();
    float height = getApplication().getCamera().getHeight();
    panel.setLocalTranslation(
        Math.round((width - size.x) / 2), Math.round((height + size.y) / 2), 50);
    gui.attachChild(panel);
    help = panel;
  }

  public void toggleFigures() {
    showsFigures = !showsFigures;
    if (showsFigures) {
      gui.attachChild(figures);
    } else {
      figures.removeFromParent();
    }
  }

  @Override
  public void update(float passed) {
    seconds += passed;
    frames++;
    if (seconds < FIGURES_SECONDS) {
      return;
    }
    String at =
        bodies
            .own()
            .map(own -> String.format(Locale.ROOT, "%.1f %.1f %.1f", own.x(), own.floor(), own.z()))
            .orElse("-");
    figures.setText(
        String.format(
            Locale.ROOT,
            "%.1f fps  %.1f ms\ntick %d\nat %s\nbodies %d",
            frames / seconds,
            1000 * seconds / frames,
            scene.tick(),
            at,
            bodies.avatars().size()));
    figures.setLocalTranslation(
        skin.px(16), getApplication().getCamera().getHeight() - skin.px(14), 10);
    seconds = 0;
    frames = 0;
  }

  @Override
  protected void initialize(Application app) {}

  @Override
  protected void cleanup(Application app) {
    figures.removeFromParent();
    if (help != null) {
      help.removeFromParent();
    }
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
