package anima.client.hud;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.Gesture;
import anima.world.Loudness;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line of chat asks for: an action, or a sentence that says what is wrong with it.
 *
 * @param action present if the line is good
 * @param fault present if it is not
 */
public record ChatLine(Optional<Action> action, Optional<String> fault) {

  /** Reads a line that is not blank; {@code to} is whom the speaker faces. */
  public static ChatLine read(String line, EntityId self, Optional<EntityId> to, Texts texts) {
    String text = line.strip();
    if (!text.startsWith("/")) {
      return say(text, self, Loudness.NORMAL, to, texts);
    }
    int end = text.indexOf(' ');
    String command = end < 0 ? text : text.substring(0, end);
    String rest = end < 0 ? "" : text.substring(end).strip();
    switch (command.toLowerCase(Locale.ROOT)) {
      case "/shout" -> {
        return orEmpty(rest, command, texts, say(rest, self, Loudness.SHOUT, to, texts));
      }
      case "/whisper" -> {
        return orEmpty(rest, command, texts, say(rest, self, Loudness.WHISPER, to, texts));
      }
      default -> {
        return gesture(command, self, texts);
      }
    }
  }

  private static ChatLine gesture(String command, EntityId self, Texts texts) {
    String name = command.substring(1).toUpperCase(Locale.ROOT).replace('-', '_');
    for (Gesture gesture : Gesture.values()) {
      if (gesture.name().equals(name)) {
        return new ChatLine(Optional.of(new Action.Emote(self, gesture)), Optional.empty());
      }
    }
    return fault(texts.of("bad.command", command));
  }

  private static ChatLine say(
      String text, EntityId self, Loudness loudness, Optional<EntityId> to, Texts texts) {
    if (text.length() > Action.SAY_LENGTH_MAX) {
      return fault(texts.of("say.long", text.length(), Action.SAY_LENGTH_MAX));
    }
    return new ChatLine(Optional.of(new Action.Say(self, text, loudness, to)), Optional.empty());
  }

  private static ChatLine orEmpty(String rest, String command, Texts texts, ChatLine line) {
    return rest.isEmpty() ? fault(texts.of("say.empty", command)) : line;
  }

  private static ChatLine fault(String sentence) {
    return new ChatLine(Optional.empty(), Optional.of(sentence));
  }
}
