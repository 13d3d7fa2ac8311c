package anima.voice.mary;

import anima.voice.speech.MouthShape;
import anima.voice.speech.Viseme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Mary's REALISED_DURATIONS: after a line "#", one line "end-seconds 125 phone" each. */
final class MaryPhones {
  /** Mary's US English phones (SAMPA); a diphthong looks like its first half. */
  private static final Map<Viseme, List<String>> PHONES =
      Map.ofEntries(
          Map.entry(Viseme.SILENCE, List.of("_")),
          Map.entry(Viseme.PP, List.of("p", "b", "m")),
          Map.entry(Viseme.FF, List.of("f", "v")),
          Map.entry(Viseme.TH, List.of("T", "D")),
          Map.entry(Viseme.DD, List.of("t", "d")),
          Map.entry(Viseme.KK, List.of("k", "g", "N", "h")),
          Map.entry(Viseme.CH, List.of("tS", "dZ", "S", "Z")),
          Map.entry(Viseme.SS, List.of("s", "z")),
          Map.entry(Viseme.NN, List.of("n", "l")),
          Map.entry(Viseme.RR, List.of("r", "r=")),
          Map.entry(Viseme.AA, List.of("A", "AI", "aU", "V", "@")),
          Map.entry(Viseme.E, List.of("E", "EI", "{")),
          Map.entry(Viseme.IH, List.of("i", "I", "j")),
          Map.entry(Viseme.OH, List.of("O", "OI", "@U")),
          Map.entry(Viseme.OU, List.of("u", "U", "w")));

  private static final Pattern LINE =
      Pattern.compile("^(\\d+\\.?\\d*) +\\d+ +(\\S+)\\s*$", Pattern.MULTILINE);

  private MaryPhones() {}

  static List<MouthShape> parse(String durations) {
    List<MouthShape> shapes = new ArrayList<>();
    Matcher line = LINE.matcher(durations);
    while (line.find()) {
      int endMillis = Math.round(1000 * Float.parseFloat(line.group(1)));
      shapes.add(new MouthShape(viseme(line.group(2)), endMillis));
    }
    return shapes;
  }

  private static Viseme viseme(String phone) {
    for (Map.Entry<Viseme, List<String>> entry : PHONES.entrySet()) {
      if (entry.getValue().contains(phone)) {
        return entry.getKey();
      }
    }
    return Viseme.AA;
  }
}
