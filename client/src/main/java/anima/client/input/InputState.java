package anima.client.input;

import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.input.InputManager;
import com.jme3.input.MouseInput;
import com.jme3.input.controls.ActionListener;
import com.jme3.input.controls.AnalogListener;
import com.jme3.input.controls.KeyTrigger;
import com.jme3.input.controls.MouseAxisTrigger;
import com.jme3.input.controls.MouseButtonTrigger;
import java.util.function.Consumer;

/**
 * Listens to keys and mouse: held keys walk, the caught mouse looks, pressed keys are passed on.
 */
public final class InputState extends BaseAppState {
  private static final float RADIANS_PER_UNIT = 1.6f;
  private static final float METERS_PER_NOTCH = 0.5f;
  private static final String PICK = "pick";
  private static final String[] AXES = {
    "look left", "look right", "look up", "look down", "in", "out"
  };

  private final KeyBindings bindings;
  private final HeldKeys held;
  private final EyeState eye;
  private final Consumer<Command> pressed;
  private final ActionListener keys = this::onKey;
  private final AnalogListener mouse = this::onMouse;
  private boolean typing;
  private boolean caught;

  /**
   * @param pressed hears each command when its key goes down, {@link Command#TALK} for a click too
   */
  public InputState(KeyBindings bindings, HeldKeys held, EyeState eye, Consumer<Command> pressed) {
    this.bindings = bindings;
    this.held = held;
    this.eye = eye;
    this.pressed = pressed;
  }

  /** While someone types, keys are letters. */
  public void setTyping(boolean nowTyping) {
    typing = nowTyping;
    held.release();
    showPointer(!caught || typing);
  }

  /** Catches the mouse so that it looks around, or frees it. */
  public void togglePointer() {
    caught = !caught;
    showPointer(!caught);
  }

  private void showPointer(boolean shown) {
    getApplication().getInputManager().setCursorVisible(shown);
  }

  @Override
  protected void initialize(Application app) {
    InputManager manager = app.getInputManager();
    for (Command command : Command.values()) {
      manager.addMapping(command.name(), new KeyTrigger(bindings.code(command)));
      manager.addListener(keys, command.name());
    }
    manager.addMapping(PICK, new MouseButtonTrigger(MouseInput.BUTTON_LEFT));
    manager.addListener(keys, PICK);
    manager.addMapping(AXES[0], new MouseAxisTrigger(MouseInput.AXIS_X, true));
    manager.addMapping(AXES[1], new MouseAxisTrigger(MouseInput.AXIS_X, false));
    manager.addMapping(AXES[2], new MouseAxisTrigger(MouseInput.AXIS_Y, false));
    manager.addMapping(AXES[3], new MouseAxisTrigger(MouseInput.AXIS_Y, true));
    manager.addMapping(AXES[4], new MouseAxisTrigger(MouseInput.AXIS_WHEEL, false));
    manager.addMapping(AXES[5], new MouseAxisTrigger(MouseInput.AXIS_WHEEL, true));
    manager.addListener(mouse, AXES);
    caught = true;
    showPointer(false);
  }

  private void onKey(String name, boolean down, float seconds) {
    if (typing) {
      return;
    }
    if (name.equals(PICK)) {
      if (down && caught) {
        pressed.accept(Command.TALK);
      }
      return;
    }
    Command command = Command.valueOf(name);
    held.set(command, down);
    if (!down) {
      return;
    }
    if (command == Command.VIEW) {
      eye.toggleFirstPerson();
    } else if (command == Command.POINTER) {
      togglePointer();
    } else {
      pressed.accept(command);
    }
  }

  private void onMouse(String name, float value, float seconds) {
    if (typing || !caught) {
      return;
    }
    float turn = value * RADIANS_PER_UNIT;
    switch (name) {
      case "look left" -> eye.turn(turn, 0);
      case "look right" -> eye.turn(-turn, 0);
      case "look up" -> eye.turn(0, -turn);
      case "look down" -> eye.turn(0, turn);
      case "in" -> eye.zoom(-value * METERS_PER_NOTCH);
      default -> eye.zoom(value * METERS_PER_NOTCH);
    }
  }

  @Override
  protected void cleanup(Application app) {
    app.getInputManager().removeListener(keys);
    app.getInputManager().removeListener(mouse);
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
