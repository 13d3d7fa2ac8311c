package anima.brain.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tokens of the embedded model: first the signs of the layout, then words. Immutable. */
public final class Vocabulary {
  public static final String PAD = "<pad>";
  public static final String END = "<end>";
  static final String UNKNOWN = "<unk>";
  public static final String HEARD = "<you>";
  static final String ANSWER = "<say>";
  static final String QUOTE = "<q>";
  static final String UNQUOTE = "</q>";

  private final List<String> tokens;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * @param tokens every token, at the place of its id
   */
  public Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    for (int id = 0; id < tokens.size(); id++) {
      if (ids.put(tokens.get(id), id) != null) {
        throw new IllegalArgumentException("the token " + tokens.get(id) + " stands twice");
      }
    }
  }

  /** The vocabulary of a new model: the signs of the layout, then words, most frequent first. */
  public static Vocabulary of(IntentCatalogue catalogue, List<String> words) {
    Set<String> tokens =
        new LinkedHashSet<>(
            List.of(PAD, END, "<en>", "<zh>", HEARD, ANSWER, Linker.ME, UNKNOWN, QUOTE, UNQUOTE));
    catalogue.answerable().forEach(intent -> tokens.add(intent.token()));
    for (Role role : Role.values()) {
      tokens.add(role.token());
    }
    for (SlotKind kind : SlotKind.values()) {
      for (int number = 0; number < SlotKind.SLOTS_MAX; number++) {
        tokens.add(kind.token(number));
      }
    }
    tokens.addAll(words);
    return new Vocabulary(new ArrayList<>(tokens));
  }

  public int size() {
    return tokens.size();
  }

  public List<String> tokens() {
    return tokens;
  }

  public String token(int id) {
    return tokens.get(id);
  }

  /** The id of a token; that of the unknown word when it has none. */
  public int id(String token) {
    Integer id = ids.get(token);
    return id != null ? id : ids.getOrDefault(UNKNOWN, 0);
  }

  public boolean has(String token) {
    return ids.containsKey(token);
  }

  /** Whether it has every sign of the layout. */
  public boolean fits(IntentCatalogue catalogue) {
    return tokens.containsAll(of(catalogue, List.of()).tokens());
  }

  public int[] ids(List<String> texts) {
    return texts.stream().mapToInt(this::id).toArray();
  }

  /** What reads utterances for a model of this vocabulary. */
  public Linker linker() {
    return new Linker(new Speller(tokens.stream().filter(Vocabulary::isWord).toList()));
  }

  private static boolean isWord(String token) {
    return token.length() == 1 || Character.isLetter(token.charAt(0));
  }
}
