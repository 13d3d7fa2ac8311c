package anima.brain.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The numbering of the slots of one prompt: drawn by lot, so that a number means nothing by itself.
 * Used by one thread.
 */
public final class Slots {
  /** What a slot stands for. */
  public record Content(SlotKind kind, String key) {}

  private final Map<SlotKind, List<Integer>> free = new EnumMap<>(SlotKind.class);
  private final Map<Content, String> tokens = new LinkedHashMap<>();
  private final Map<String, Content> contents = new LinkedHashMap<>();

  public Slots(Random random) {
    for (SlotKind kind : SlotKind.values()) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < SlotKind.SLOTS_MAX; i++) {
        numbers.add(i);
      }
      Collections.shuffle(numbers, random);
      free.put(kind, numbers);
    }
  }

  /** The token of a thing, the same each time; the unknown word when its kind has no more slots. */
  public String token(SlotKind kind, String key) {
    Content content = new Content(kind, key);
    String token = tokens.get(content);
    if (token != null) {
      return token;
    }
    List<Integer> numbers = free.getOrDefault(kind, List.of());
    if (numbers.isEmpty()) {
      return Vocabulary.UNKNOWN;
    }
    String fresh = kind.token(numbers.remove(numbers.size() - 1));
    tokens.put(content, fresh);
    contents.put(fresh, content);
    return fresh;
  }

  /** What a token of this prompt stands for. */
  public Optional<Content> content(String token) {
    return Optional.ofNullable(contents.get(token));
  }

  /** Every slot token of this prompt with what it stands for. */
  public Map<String, Content> all() {
    return Collections.unmodifiableMap(contents);
  }
}
