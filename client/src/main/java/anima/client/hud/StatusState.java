package anima.client.hud;

import anima.client.input.Command;
import anima.client.input.KeyBindings;
import anima.world.EntityId;
import anima.world.GoodsId;
import anima.world.Language;
import anima.world.Offer;
import anima.world.Scene;
import anima.world.place.Goods;
import anima.world.place.Place;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.Vector3f;
import com.jme3.scene.Node;
import com.jme3.scene.Spatial;
import com.simsilica.lemur.Container;
import com.simsilica.lemur.Label;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Clock and purse, the standing offer, and words that are being recognised. */
public final class StatusState extends BaseAppState {
  private final Node gui;
  private final Skin skin;
  private final Texts texts;
  private final Scene scene;
  private final Place place;
  private final KeyBindings keys;
  private final Container corner;
  private final Label clock;
  private final Label purse;
  private final Container offerPanel;
  private final Label offerText;
  private final Container hearingPanel;
  private final Label hearingText;
  private final Set<Offer> declined = new HashSet<>();
  private volatile String partial = "";

  public StatusState(Node gui, Skin skin, Texts texts, Scene scene, Place place, KeyBindings keys) {
    this.gui = gui;
    this.skin = skin;
    this.texts = texts;
    this.scene = scene;
    this.place = place;
    this.keys = keys;
    corner = skin.panel(Skin.NIGHT, 0.5f, 12, 6);
    clock = corner.addChild(skin.label("", 17, Skin.PAPER, false));
    purse = corner.addChild(skin.label("", 16, Skin.GOLD, false));
    offerPanel = skin.panel(Skin.PAPER, 0.94f, 16, 10);
    offerText = offerPanel.addChild(skin.label("", 18, Skin.INK, false));
    hearingPanel = skin.panel(Skin.NIGHT, 0.6f, 14, 8);
    hearingText = hearingPanel.addChild(skin.label("", 18, Skin.PAPER, false));
  }

  /** Words that are being recognised; empty clears them. Any thread. */
  public void partial(String words) {
    partial = words;
  }

  /** The offer that is shown. */
  public Optional<Offer> offer() {
    return scene.offers().stream()
        .filter(offer -> offer.buyer().equals(scene.self()) && !declined.contains(offer))
        .findFirst();
  }

  /** Puts the shown offer away. */
  public void decline() {
    declined.retainAll(scene.offers());
    offer().ifPresent(declined::add);
  }

  /** A count of goods in words, such as "2 apples". */
  public String goods(GoodsId id, int count) {
    Goods kind =
        place.goods().stream().filter(goods -> goods.id().equals(id)).findFirst().orElse(null);
    if (kind == null) {
      return texts.of("goods", count, id);
    }
    if (texts.language() == Language.ZH) {
      return texts.of("goods", " " + count + " " + kind.measureZh(), kind.name().zh());
    }
    return texts.of("goods", count, count == 1 ? kind.name().en() : kind.plural());
  }

  /** What someone is called. */
  public String name(EntityId id) {
    return id.equals(scene.self())
        ? texts.of("chat.you")
        : scene.view(id).map(view -> view.name().in(texts.language())).orElse("?");
  }

  @Override
  public void update(float seconds) {
    float width = getApplication().getCamera().getWidth();
    float height = getApplication().getCamera().getHeight();
    int minutes = (int) (scene.hour() * 60);
    String time = String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    set(clock, texts.of("clock", time, texts.of("weather." + scene.weather())));
    set(purse, texts.of("purse", scene.coins()));
    Vector3f size = corner.getPreferredSize();
    corner.setLocalTranslation(
        Math.round(width - size.x - skin.px(14)), Math.round(height - skin.px(14)), 4);
    set(offerText, offer().map(this::describe).orElse(""));
    centre(offerPanel, !offerText.getText().isEmpty(), width, skin.px(190));
    String heard = partial;
    set(hearingText, heard.isEmpty() ? "" : skin.wrap(texts.of("hearing", heard), 700, 18));
    centre(hearingPanel, !heard.isEmpty(), width, skin.px(120));
  }

  private String describe(Offer offer) {
    return texts.of(
        "offer",
        name(offer.seller()),
        goods(offer.goods(), offer.count()),
        offer.totalCoins(),
        keys.key(Command.TAKE),
        keys.key(Command.DECLINE));
  }

  private void centre(Container panel, boolean seen, float width, float y) {
    show(panel, seen);
    float x = (width - panel.getPreferredSize().x) / 2;
    panel.setLocalTranslation(Math.round(x), Math.round(y), 25);
  }

  private static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }

  private void show(Spatial spatial, boolean seen) {
    if (seen && spatial.getParent() == null) {
      gui.attachChild(spatial);
    } else if (!seen) {
      spatial.removeFromParent();
    }
  }

  @Override
  protected void initialize(Application app) {
    gui.attachChild(corner);
  }

  @Override
  protected void cleanup(Application app) {
    corner.removeFromParent();
    offerPanel.removeFromParent();
    hearingPanel.removeFromParent();
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
