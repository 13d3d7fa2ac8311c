package anima.client.hud;

import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.Vector3f;
import com.jme3.scene.Node;
import com.simsilica.lemur.Container;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;

/** Short sentences in the upper middle of the picture that go by themselves. */
public final class ToastState extends BaseAppState {
  /** Sentences shown at once; the oldest makes room. */
  static final int TOAST_COUNT_MAX = 4;

  /** Sentences that wait for the next picture; more are dropped, the first ones say most. */
  static final int ARRIVING_COUNT_MAX = 16;

  private static final double SECONDS = 6;
  private static final double WIDTH = 560;

  private final Node gui;
  private final Skin skin;
  private final ArrayBlockingQueue<String> arriving = new ArrayBlockingQueue<>(ARRIVING_COUNT_MAX);
  private final Deque<Toast> toasts = new ArrayDeque<>();

  private static final class Toast {
    final Container panel;
    double left = SECONDS;

    Toast(Container panel) {
      this.panel = panel;
    }
  }

  public ToastState(Node gui, Skin skin) {
    this.gui = gui;
    this.skin = skin;
  }

  /** Shows a sentence for a while. Any thread. */
  public void show(String sentence) {
    arriving.offer(sentence);
  }

  @Override
  public void update(float seconds) {
    for (String next = arriving.poll(); next != null; next = arriving.poll()) {
      Container panel = skin.panel(Skin.NIGHT, 0.82f, 14, 8);
      panel.addChild(skin.label(skin.wrap(next, WIDTH, 17), 17, Skin.GOLD, false));
      toasts.addFirst(new Toast(panel));
      gui.attachChild(panel);
      if (toasts.size() > TOAST_COUNT_MAX) {
        toasts.removeLast().panel.removeFromParent();
      }
    }
    float width = getApplication().getCamera().getWidth();
    float y = getApplication().getCamera().getHeight() - skin.px(64);
    for (Toast toast : toasts) {
      toast.left -= seconds;
      Vector3f size = toast.panel.getPreferredSize();
      toast.panel.setLocalTranslation(Math.round((width - size.x) / 2), Math.round(y), 30);
      toast.panel.setAlpha((float) Math.max(0, Math.min(1, toast.left / 0.8)));
      y -= size.y + skin.px(8);
    }
    while (!toasts.isEmpty() && toasts.getLast().left <= 0) {
      toasts.removeLast().panel.removeFromParent();
    }
  }

  @Override
  protected void initialize(Application app) {}

  @Override
  protected void cleanup(Application app) {
    toasts.forEach(toast -> toast.panel.removeFromParent());
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
