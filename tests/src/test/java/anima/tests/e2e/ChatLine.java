package anima.tests.e2e;

import java.io.IOException;

/** The chat line of a window, used with the keyboard. */
record ChatLine(Screen screen, AnimaProgram play, StoredWorld stored) {
  private static final int ATTEMPTS_MAX = 6;
  private static final int SECONDS = 20;

  /** Says a line; again, if the keys came before the window could take them. */
  void say(String line) throws IOException {
    int before = stored.events("Said").size();
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      screen.press("Return");
      screen.type(line);
      screen.press("Return");
      if (play.awaits(SECONDS, () -> stored.events("Said").size() > before)) {
        return;
      }
      screen.press("Escape");
    }
    throw new AssertionError("'" + line + "' was never said; output:\n" + play.text());
  }
}
