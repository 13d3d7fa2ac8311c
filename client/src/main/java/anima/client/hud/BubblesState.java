package anima.client.hud;

import anima.client.avatar.Avatar;
import anima.client.avatar.BodiesState;
import anima.client.input.EyeState;
import anima.world.EntityId;
import anima.world.Scene;
import anima.world.WorldEvent;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.Vector3f;
import com.jme3.renderer.Camera;
import com.jme3.scene.Node;
import com.jme3.scene.Spatial;
import com.simsilica.lemur.Container;
import com.simsilica.lemur.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names over heads, and what is said in bubbles over the names, drawn flat over the picture. */
public final class BubblesState extends BaseAppState {
  private static final float NAME_METERS_MAX = 24;
  private static final float BUBBLE_METERS_MAX = 40;
  private static final double BUBBLE_WIDTH = 300;
  private static final double TEXT_SIZE = 17;
  private static final double NAME_SIZE = 16;
  private static final double SECONDS_MIN = 4;
  private static final double SECONDS_MAX = 14;
  private static final double FADE_SECONDS = 0.6;

  private final Node gui;
  private final Skin skin;
  private final Texts texts;
  private final Scene scene;
  private final BodiesState bodies;
  private final EyeState eye;
  private final Map<EntityId, Label> names = new HashMap<>();
  private final Map<EntityId, Bubble> bubbles = new HashMap<>();

  /** Where bubbles of this picture are: left, right, foot, top. */
  private final List<float[]> taken = new ArrayList<>();

  /** A text in its panel and how long it stays. */
  private static final class Bubble {
    final Container panel;
    double left;

    Bubble(Container panel, double seconds) {
      this.panel = panel;
      left = seconds;
    }
  }

  public BubblesState(
      Node gui, Skin skin, Texts texts, Scene scene, BodiesState bodies, EyeState eye) {
    this.gui = gui;
    this.skin = skin;
    this.texts = texts;
    this.scene = scene;
    this.bodies = bodies;
    this.eye = eye;
  }

  /** Shows what was said over the speaker's head, in place of what they said before. */
  public void said(WorldEvent.Said said) {
    Bubble old = bubbles.remove(said.speaker());
    if (old != null) {
      old.panel.removeFromParent();
    }
    Container panel = skin.panel(Skin.PAPER, 0.94f, 12, 8);
    String text = skin.wrap(said.text(), BUBBLE_WIDTH, TEXT_SIZE);
    panel.addChild(skin.label(text, TEXT_SIZE, Skin.INK, false));
    double seconds = 2.5 + said.text().length() * (isHan(said.text()) ? 0.25 : 0.075);
    bubbles.put(
        said.speaker(), new Bubble(panel, Math.max(SECONDS_MIN, Math.min(SECONDS_MAX, seconds))));
  }

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  @Override
  public void update(float seconds) {
    Map<EntityId, Avatar> avatars = bodies.avatars();
    names.entrySet().removeIf(each -> isGone(avatars, each.getKey(), each.getValue()));
    avatars.forEach(this::name);
    List<EntityId> nearestFirst = new ArrayList<>(bubbles.keySet());
    nearestFirst.sort(Comparator.comparingDouble(id -> meters(avatars.get(id))));
    taken.clear();
    for (EntityId id : nearestFirst) {
      Bubble bubble = bubbles.get(id);
      Avatar avatar = avatars.get(id);
      if (bubble != null && avatar != null && bubble.left > seconds) {
        bubble.left -= seconds;
        place(id, avatar, bubble);
      } else if (bubble != null) {
        bubble.panel.removeFromParent();
        bubbles.remove(id);
      }
    }
  }

  private double meters(@Nullable Avatar avatar) {
    return avatar == null ? Double.MAX_VALUE : avatar.crown().distance(camera().getLocation());
  }

  private static boolean isGone(Map<EntityId, Avatar> avatars, EntityId id, Label label) {
    if (avatars.containsKey(id)) {
      return false;
    }
    label.removeFromParent();
    return true;
  }

  private void name(EntityId id, Avatar avatar) {
    if (id.equals(scene.self())) {
      return;
    }
    Label label =
        names.computeIfAbsent(id, key -> skin.label(nameOf(id), NAME_SIZE, Skin.PAPER, true));
    Vector3f screen = project(avatar.crown());
    float meters = avatar.crown().distance(camera().getLocation());
    boolean seen = screen.z < 1 && meters < NAME_METERS_MAX;
    show(label, seen);
    if (seen) {
      Vector3f size = label.getPreferredSize();
      label.setLocalTranslation(
          Math.round(screen.x - size.x / 2), Math.round(screen.y + size.y), -meters);
      label.setAlpha(Math.min(1, (NAME_METERS_MAX - meters) / 5));
    }
  }

  private String nameOf(EntityId id) {
    return scene.view(id).map(view -> view.name().in(texts.language())).orElse("");
  }

  private void place(EntityId id, Avatar avatar, Bubble bubble) {
    Vector3f screen = project(avatar.crown());
    float meters = avatar.crown().distance(camera().getLocation());
    boolean own = id.equals(scene.self());
    boolean seen = screen.z < 1 && meters < BUBBLE_METERS_MAX && !(own && eye.isFirstPerson());
    show(bubble.panel, seen);
    if (!seen) {
      return;
    }
    Vector3f size = bubble.panel.getPreferredSize();
    float above = own ? skin.px(4) : skin.px(NAME_SIZE * 1.7);
    float edge = skin.px(6);
    float x = Math.max(edge, Math.min(camera().getWidth() - size.x - edge, screen.x - size.x / 2));
    float y = Math.min(camera().getHeight() - edge, screen.y + size.y + above);
    y = clear(x, y, size);
    bubble.panel.setLocalTranslation(Math.round(x), Math.round(y), 20 - meters);
    bubble.panel.setAlpha((float) Math.min(1, bubble.left / FADE_SECONDS));
  }

  /** Lifts a panel's top over the nearer ones that it would cover, and takes its place. */
  private float clear(float x, float y, Vector3f size) {
    float top = y;
    for (float[] box : taken) {
      boolean beside = x + size.x < box[0] || x > box[1];
      boolean apart = top - size.y > box[3] || top < box[2];
      top = beside || apart ? top : box[3] + size.y + skin.px(4);
    }
    top = Math.min(top, camera().getHeight() - skin.px(6));
    taken.add(new float[] {x, x + size.x, top - size.y, top});
    return top;
  }

  private void show(Spatial spatial, boolean seen) {
    if (seen && spatial.getParent() == null) {
      gui.attachChild(spatial);
    } else if (!seen) {
      spatial.removeFromParent();
    }
  }

  private Vector3f project(Vector3f point) {
    return camera().getScreenCoordinates(point);
  }

  private Camera camera() {
    return getApplication().getCamera();
  }

  @Override
  protected void initialize(Application app) {}

  @Override
  protected void cleanup(Application app) {
    names.values().forEach(Label::removeFromParent);
    bubbles.values().forEach(bubble -> bubble.panel.removeFromParent());
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
