package anima.brain.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every intent, read from the table in {@code phrases/INTENTS.md}; immutable. */
public final class IntentCatalogue {
  /** Intents of phrases that are answered as other intents: two at once, or that of before. */
  private static final Set<String> RESOLVED = Set.of("two_things", "correct", "follow_up");

  private final Map<String, Intent> byName;

  private IntentCatalogue(Map<String, Intent> byName) {
    this.byName = byName;
  }

  /** Reads the catalogue that comes with the program. */
  public static IntentCatalogue load() {
    return parse(ResourceLines.read(IntentCatalogue.class, "phrases/INTENTS.md"));
  }

  static IntentCatalogue parse(List<String> lines) {
    Map<String, Intent> byName = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith("| ") && !line.startsWith("| intent") && !line.startsWith("| ---")) {
        Intent intent = row(line);
        byName.put(intent.name(), intent);
      }
    }
    return new IntentCatalogue(byName);
  }

  private static Intent row(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 7) {
      throw new IllegalArgumentException("the intent catalogue wants 5 columns in: " + line);
    }
    List<String> outcomes = new ArrayList<>();
    for (String outcome : cells[4].replaceAll("\\(.*?\\)", "").split(",", -1)) {
      outcomes.add(outcome.strip());
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String key : cells[5].strip().split(" ", -1)) {
      Role.of(key).ifPresent(roles::add);
    }
    return new Intent(cells[1].strip(), cells[3].strip(), outcomes, roles);
  }

  public Collection<Intent> all() {
    return byName.values();
  }

  /** The intents that an answer can name. */
  public Stream<Intent> answerable() {
    return byName.values().stream().filter(intent -> !RESOLVED.contains(intent.name()));
  }

  public Optional<Intent> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The intent of this name, which is part of the program. */
  public Intent get(String name) {
    Intent intent = byName.get(name);
    if (intent == null) {
      throw new IllegalArgumentException("no intent is called " + name);
    }
    return intent;
  }
}
