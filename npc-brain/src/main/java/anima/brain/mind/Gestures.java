package anima.brain.mind;

import anima.world.Gesture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the gesture that words ask for, and the one that goes with an intent. */
final class Gestures {
  private record Words(Gesture gesture, List<String> words) {}

  /** Longer words stand before those they contain: "大笑" before "笑". */
  private static final List<Words> ASKED =
      List.of(
          words(Gesture.SHAKE_HEAD, "shake your head", "shake head", "摇头", "摇摇头"),
          words(Gesture.STAND, "stand", "get up", "rise", "起立", "站"),
          words(Gesture.DANCE, "dance", "twirl", "spin", "跳舞", "跳个舞", "跳支舞", "转个圈"),
          words(Gesture.WAVE, "wave", "挥手", "挥挥手", "招手", "招招手"),
          words(Gesture.BOW, "bow", "curtsy", "kneel", "鞠躬", "鞠个躬", "行礼", "行个礼"),
          words(Gesture.NOD, "nod", "点头", "点点头", "点个头"),
          words(Gesture.CLAP, "clap", "applaud", "鼓掌", "拍手", "拍拍手", "鼓个掌"),
          words(Gesture.SALUTE, "salute", "敬礼", "敬个礼"),
          words(Gesture.SIT, "sit", "坐"),
          words(Gesture.JUMP, "jump", "hop", "leap", "跳"),
          words(Gesture.LAUGH, "laugh", "giggle", "chuckle", "大笑", "哈哈"),
          words(Gesture.SMILE, "smile", "grin", "笑"),
          words(Gesture.CRY, "cry", "weep", "哭"),
          words(Gesture.SHRUG, "shrug", "耸肩", "耸耸肩"),
          words(Gesture.THINK, "think", "scratch your head", "想一想", "思考"));

  private Gestures() {}

  static Optional<Gesture> askedFor(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return ASKED.stream()
        .filter(asked -> asked.words().stream().anyMatch(lower::contains))
        .map(Words::gesture)
        .findFirst();
  }

  /** What the body does along with an answer that asks for no other act. */
  static Optional<Gesture> goingWith(String intent, String outcome) {
    if (outcome.equals("unknown") || outcome.equals("none")) {
      return Optional.of(Gesture.SHRUG);
    }
    if (outcome.equals("refused") || outcome.equals("refuse")) {
      return Optional.of(Gesture.SHAKE_HEAD);
    }
    return switch (intent) {
      case "greet", "farewell" -> Optional.of(Gesture.WAVE);
      case "thanks", "give" -> Optional.of(Gesture.BOW);
      case "compliment", "how_are_you", "ask_song" -> Optional.of(Gesture.SMILE);
      case "happy" -> Optional.of(Gesture.CLAP);
      case "ask_joke" -> Optional.of(Gesture.LAUGH);
      case "insult" -> Optional.of(Gesture.SHAKE_HEAD);
      case "yes", "no", "tell_name", "tell_like", "tell_message", "meet", "remind" ->
          Optional.of(Gesture.NOD);
      case "advice", "ask_self" -> Optional.of(Gesture.THINK);
      default -> Optional.empty();
    };
  }

  private static Words words(Gesture gesture, String... words) {
    return new Words(gesture, List.of(words));
  }
}
