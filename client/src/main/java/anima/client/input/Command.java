package anima.client.input;

import com.jme3.input.KeyInput;
import java.util.Locale;

/** What a key can ask for, with the key it has unless changed. */
public enum Command {
  FORWARD(KeyInput.KEY_W),
  BACK(KeyInput.KEY_S),
  LEFT(KeyInput.KEY_A),
  RIGHT(KeyInput.KEY_D),
  RUN(KeyInput.KEY_LSHIFT),
  VIEW(KeyInput.KEY_V),
  TALK(KeyInput.KEY_E),
  CHAT(KeyInput.KEY_RETURN),
  TAKE(KeyInput.KEY_Y),
  DECLINE(KeyInput.KEY_N),
  WAVE(KeyInput.KEY_G),
  POINTER(KeyInput.KEY_ESCAPE),
  HELP(KeyInput.KEY_F1),
  DEBUG(KeyInput.KEY_F3);

  private final int usualKey;

  Command(int usualKey) {
    this.usualKey = usualKey;
  }

  /** Key code, as {@link KeyInput} numbers them. */
  int usualKey() {
    return usualKey;
  }

  /** The name in the file of keys. */
  String property() {
    return name().toLowerCase(Locale.ROOT);
  }
}
