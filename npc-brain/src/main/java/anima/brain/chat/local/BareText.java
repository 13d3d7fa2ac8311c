package anima.brain.chat.local;

import java.util.function.Consumer;

/** Holds back a text that begins as a JSON object, and lets others through. Owned by one thread. */
final class BareText {
  private final Consumer<String> listener;
  private final StringBuilder text = new StringBuilder();
  private boolean decided;
  private boolean held;

  BareText(Consumer<String> listener) {
    this.listener = listener;
  }

  void accept(String piece) {
    text.append(piece);
    if (decided) {
      if (!held) {
        listener.accept(piece);
      }
      return;
    }
    String begin = text.toString().stripLeading();
    if (!begin.isEmpty()) {
      decided = true;
      held = begin.charAt(0) == '{';
      if (!held) {
        listener.accept(text.toString());
      }
    }
  }

  boolean held() {
    return held;
  }

  String text() {
    return text.toString();
  }

  /** Lets through what was held back, which was no call. */
  void release() {
    if ((held || !decided) && !text.isEmpty()) {
      listener.accept(text.toString());
    }
  }
}
