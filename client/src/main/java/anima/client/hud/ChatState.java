package anima.client.hud;

import anima.client.input.InputState;
import anima.world.EntityId;
import anima.world.Session;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.input.KeyInput;
import com.jme3.math.ColorRGBA;
import com.jme3.scene.Node;
import com.simsilica.lemur.Container;
import com.simsilica.lemur.GuiGlobals;
import com.simsilica.lemur.Label;
import com.simsilica.lemur.TextField;
import com.simsilica.lemur.component.BorderLayout;
import com.simsilica.lemur.event.KeyAction;
import com.simsilica.lemur.style.ElementId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chat line with its history, and over it a log whose lines fade. */
public final class ChatState extends BaseAppState {
  /** Lines of the log that are kept; older ones are dropped. */
  static final int LOG_LINES_MAX = 8;

  /** Lines that up and down bring back; older ones are dropped. */
  static final int HISTORY_LINES_MAX = 50;

  private static final double LINE_SECONDS = 14;
  private static final double WIDTH = 620;
  private static final double SIZE = 17;

  private final Node gui;
  private final Skin skin;
  private final Texts texts;
  private final Session session;
  private final InputState input;
  private final ToastState toasts;
  private final Deque<Line> log = new ArrayDeque<>();
  private final List<String> history = new ArrayList<>();
  private int historyAt;
  private Optional<EntityId> to = Optional.empty();
  private @Nullable Container panel;
  private @Nullable TextField field;
  private @Nullable Label prompt;
  private boolean open;

  /** A line of the log. */
  private static final class Line {
    final Label label;
    double left = LINE_SECONDS;

    Line(Label label) {
      this.label = label;
    }
  }

  public ChatState(
      Node gui, Skin skin, Texts texts, Session session, InputState input, ToastState toasts) {
    this.gui = gui;
    this.skin = skin;
    this.texts = texts;
    this.session = session;
    this.input = input;
    this.toasts = toasts;
  }

  @Override
  protected void initialize(Application app) {
    Container line = skin.panel(Skin.NIGHT, 0.78f, 12, 7);
    line.setLayout(new BorderLayout());
    prompt =
        line.addChild(
            skin.label(texts.of("chat.prompt"), SIZE, Skin.GOLD, false),
            BorderLayout.Position.West);
    TextField typed = new TextField("", new ElementId("typed"));
    typed.setFont(skin.font());
    typed.setFontSize(skin.px(SIZE));
    typed.setColor(Skin.PAPER.clone());
    typed.setSingleLine(true);
    typed.setPreferredWidth(skin.px(WIDTH));
    typed.getActionMap().put(new KeyAction(KeyInput.KEY_RETURN), (field, key) -> send());
    typed.getActionMap().put(new KeyAction(KeyInput.KEY_NUMPADENTER), (field, key) -> send());
    typed.getActionMap().put(new KeyAction(KeyInput.KEY_ESCAPE), (field, key) -> close());
    typed.getActionMap().put(new KeyAction(KeyInput.KEY_UP), (field, key) -> recall(-1));
    typed.getActionMap().put(new KeyAction(KeyInput.KEY_DOWN), (field, key) -> recall(1));
    line.addChild(typed, BorderLayout.Position.Center);
    line.setLocalTranslation(skin.px(16), skin.px(52), 40);
    panel = line;
    field = typed;
  }

  public boolean isOpen() {
    return open;
  }

  /**
   * Opens the line for typing.
   *
   * @param listener whom one speaks to, with their name
   * @param text what stands in it already
   */
  public void open(Optional<EntityId> listener, Optional<String> name, String text) {
    if (panel == null || field == null || prompt == null || open) {
      return;
    }
    open = true;
    to = listener;
    prompt.setText(name.map(n -> texts.of("chat.to", n)).orElse(texts.of("chat.prompt")) + "  ");
    field.setText(text);
    field.getDocumentModel().end(false);
    historyAt = history.size();
    gui.attachChild(panel);
    GuiGlobals.getInstance().requestFocus(field);
    input.setTyping(true);
  }

  /** Closes the line; what stood in it is forgotten. */
  public void close() {
    if (panel != null && open) {
      open = false;
      GuiGlobals.getInstance().releaseFocus(field);
      panel.removeFromParent();
      input.setTyping(false);
    }
  }

  private void send() {
    String line = field == null ? "" : field.getText();
    Optional<EntityId> listener = to;
    close();
    if (line.isBlank()) {
      return;
    }
    history.add(line);
    if (history.size() > HISTORY_LINES_MAX) {
      history.remove(0);
    }
    ChatLine read = ChatLine.read(line, session.self(), listener, texts);
    read.action().ifPresent(session::submit);
    read.fault().ifPresent(toasts::show);
  }

  private void recall(int step) {
    if (field == null || history.isEmpty()) {
      return;
    }
    historyAt = Math.max(0, Math.min(history.size(), historyAt + step));
    field.setText(historyAt == history.size() ? "" : history.get(historyAt));
    field.getDocumentModel().end(false);
  }

  /** Adds a line to the log. */
  public void log(String text, ColorRGBA colour) {
    Line line = new Line(skin.label(skin.wrap(text, WIDTH, SIZE - 1), SIZE - 1, colour, true));
    log.addLast(line);
    gui.attachChild(line.label);
    if (log.size() > LOG_LINES_MAX) {
      log.removeFirst().label.removeFromParent();
    }
  }

  @Override
  public void update(float seconds) {
    float y = skin.px(66);
    Deque<Line> upwards = new ArrayDeque<>();
    log.forEach(upwards::addFirst);
    for (Line line : upwards) {
      line.left -= open ? 0 : seconds;
      line.label.setAlpha((float) Math.max(0, Math.min(1, line.left / 1.5)));
      y += line.label.getPreferredSize().y;
      line.label.setLocalTranslation(skin.px(20), y, 5);
    }
    while (!log.isEmpty() && log.getFirst().left <= 0) {
      log.removeFirst().label.removeFromParent();
    }
  }

  @Override
  protected void cleanup(Application app) {
    close();
    log.forEach(line -> line.label.removeFromParent());
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
