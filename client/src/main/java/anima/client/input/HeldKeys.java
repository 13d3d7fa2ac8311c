package anima.client.input;

import java.util.EnumSet;
import java.util.Set;

/** The commands whose keys are held down now. Owned by the render thread. */
public final class HeldKeys {
  private final Set<Command> held = EnumSet.noneOf(Command.class);

  void set(Command command, boolean down) {
    if (down) {
      held.add(command);
    } else {
      held.remove(command);
    }
  }

  /** Lets all go, as when the chat line takes the keyboard. */
  public void release() {
    held.clear();
  }

  boolean isHeld(Command command) {
    return held.contains(command);
  }

  /** 1, -1, or 0 if neither or both are held. */
  int axis(Command positive, Command negative) {
    return (isHeld(positive) ? 1 : 0) - (isHeld(negative) ? 1 : 0);
  }
}
