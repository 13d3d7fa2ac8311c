package anima.client.hud;

import anima.client.avatar.BodiesState;
import anima.client.input.EyeState;
import anima.client.input.InputState;
import anima.client.input.KeyBindings;
import anima.world.Scene;
import anima.world.Session;
import com.jme3.app.state.AppState;
import com.jme3.scene.Node;
import java.util.List;

/** All that is written over the picture, put together. */
public final class Hud {
  private final BubblesState bubbles;
  private final ChatState chat;
  private final ToastState toasts;
  private final StatusState status;
  private final HelpState help;
  private final Narrator narrator;

  public Hud(
      Node gui,
      Skin skin,
      Texts texts,
      Session session,
      Scene scene,
      BodiesState bodies,
      EyeState eye,
      InputState input,
      KeyBindings keys,
      ToastState toasts) {
    this.toasts = toasts;
    bubbles = new BubblesState(gui, skin, texts, scene, bodies, eye);
    chat = new ChatState(gui, skin, texts, session, input, toasts);
    status = new StatusState(gui, skin, texts, scene, session.place(), keys);
    help = new HelpState(gui, skin, texts, keys, scene, bodies);
    narrator = new Narrator(session.self(), texts, bubbles, chat, status, toasts);
  }

  /** The states to attach, in the order in which they update. */
  public List<AppState> states() {
    return List.of(bubbles, chat, status, toasts, help);
  }

  public ChatState chat() {
    return chat;
  }

  public ToastState toasts() {
    return toasts;
  }

  public StatusState status() {
    return status;
  }

  public HelpState help() {
    return help;
  }

  public Narrator narrator() {
    return narrator;
  }
}
