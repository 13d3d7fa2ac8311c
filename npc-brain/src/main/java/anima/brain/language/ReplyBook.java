package anima.brain.language;

import anima.world.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All written replies, by language and intent; immutable. */
public final class ReplyBook {
  private final Map<Language, Map<String, List<ReplyLine>>> lines = new EnumMap<>(Language.class);

  private ReplyBook() {}

  /** Reads the replies that come with the program. */
  public static ReplyBook load(IntentCatalogue catalogue) {
    ReplyBook book = new ReplyBook();
    for (Language language : Language.values()) {
      Map<String, List<ReplyLine>> byIntent = new HashMap<>();
      catalogue
          .answerable()
          .forEach(intent -> byIntent.put(intent.name(), read(language, intent.name())));
      book.lines.put(language, byIntent);
    }
    return book;
  }

  private static List<ReplyLine> read(Language language, String intent) {
    String name = "phrases/replies-" + language.code() + "/" + intent + ".txt";
    List<ReplyLine> lines = new ArrayList<>();
    for (String line : ResourceLines.read(ReplyBook.class, name)) {
      if (!line.isBlank()) {
        lines.add(parse(name, line.strip()));
      }
    }
    return List.copyOf(lines);
  }

  static ReplyLine parse(String file, String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(file + ": want outcome|mood|text instead of: " + line);
    }
    return new ReplyLine(parts[0], parts[1], parts[2]);
  }

  List<ReplyLine> all(Language language, String intent) {
    return lines.getOrDefault(language, Map.of()).getOrDefault(intent, List.of());
  }

  List<ReplyLine> lines(Language language, String intent, String outcome) {
    return all(language, intent).stream().filter(line -> line.outcome().equals(outcome)).toList();
  }
}
