package anima.brain.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which tokens may come next in an answer to one prompt: intents that exist, roles that they have,
 * slots that are there, and quotes that stand in the utterance. Every answer within it parses. Used
 * by one thread for one answer.
 */
public final class AnswerGrammar {
  /** Requests in one utterance; more are left unheard. */
  public static final int STEPS_MAX = 2;

  /** Longest quote, in pieces; it is cut there. */
  static final int QUOTE_PIECES_MAX = 48;

  private final IntentCatalogue catalogue;
  private final List<String> heard;
  private final Slots slots;
  private final List<Understood> steps = new ArrayList<>();

  private Optional<Intent> intent = Optional.empty();
  private final Map<Role, Filler> fillers = new EnumMap<>(Role.class);
  private Optional<Role> role = Optional.empty();
  private boolean quoting;
  private List<Integer> quoteStarts = List.of();
  private int quoteLength;
  private boolean ended;

  public AnswerGrammar(IntentCatalogue catalogue, List<Piece> pieces, Slots slots) {
    this.catalogue = catalogue;
    this.heard = pieces.stream().map(piece -> Layout.token(piece, slots)).toList();
    this.slots = slots;
  }

  public boolean ended() {
    return ended;
  }

  /** What was understood so far; all of it once ended. */
  public List<Understood> steps() {
    return List.copyOf(steps);
  }

  /** The tokens that may come next; never empty before the end. */
  public Set<String> allowed() {
    Set<String> allowed = new LinkedHashSet<>();
    if (quoting) {
      allowQuoted(allowed);
    } else if (role.isPresent()) {
      allowFillers(role.get(), allowed);
    } else {
      intent.ifPresent(named -> allowRoles(named, allowed));
      allowIntents(allowed);
    }
    return allowed;
  }

  private void allowIntents(Set<String> allowed) {
    if (intent.isPresent()) {
      allowed.add(Vocabulary.END);
    }
    if (intent.isPresent() && steps.size() + 1 >= STEPS_MAX) {
      return;
    }
    catalogue
        .answerable()
        .filter(next -> !intent.map(next::equals).orElse(false))
        .forEach(next -> allowed.add(next.token()));
  }

  private void allowRoles(Intent named, Set<String> allowed) {
    Optional<Role> last = fillers.keySet().stream().max(Comparator.naturalOrder());
    for (Role next : Role.values()) {
      boolean fillable = !heard.isEmpty() || slotsFor(next).findAny().isPresent();
      if (last.map(role -> next.compareTo(role) > 0).orElse(true)
          && named.roles().contains(next)
          && fillable) {
        allowed.add(next.token());
      }
    }
  }

  private void allowFillers(Role filled, Set<String> allowed) {
    slotsFor(filled).forEach(allowed::add);
    if (!heard.isEmpty()) {
      allowed.add(Vocabulary.QUOTE);
    }
  }

  private Stream<String> slotsFor(Role filled) {
    return slots.all().entrySet().stream()
        .filter(slot -> filled.takes(slot.getValue().kind()))
        .map(Map.Entry::getKey);
  }

  private void allowQuoted(Set<String> allowed) {
    if (quoteLength > 0) {
      allowed.add(Vocabulary.UNQUOTE);
    }
    if (quoteLength < QUOTE_PIECES_MAX) {
      for (int start : quoteStarts) {
        if (start + quoteLength < heard.size()) {
          allowed.add(heard.get(start + quoteLength));
        }
      }
    }
  }

  /** Takes one of the allowed tokens. */
  public void accept(String token) {
    if (!allowed().contains(token)) {
      throw new IllegalArgumentException("the token " + token + " cannot come here");
    }
    if (quoting) {
      acceptQuoted(token);
    } else if (role.isPresent()) {
      acceptFiller(role.get(), token);
    } else if (token.startsWith("=") && token.length() > 1) {
      role = Role.of(token.substring(1));
    } else {
      finishStep();
      ended = token.equals(Vocabulary.END);
      intent = ended ? Optional.empty() : catalogue.find(token.substring(1));
    }
  }

  private void acceptQuoted(String token) {
    if (token.equals(Vocabulary.UNQUOTE) && quoteLength > 0) {
      int from = quoteStarts.get(0);
      fill(new Filler.Copied(from, from + quoteLength));
      quoting = false;
      return;
    }
    int at = quoteLength;
    quoteStarts =
        quoteStarts.stream()
            .filter(start -> start + at < heard.size() && heard.get(start + at).equals(token))
            .toList();
    quoteLength++;
  }

  private void acceptFiller(Role filled, String token) {
    if (token.equals(Vocabulary.QUOTE)) {
      quoting = true;
      quoteLength = 0;
      quoteStarts = IntStream.range(0, heard.size()).boxed().toList();
    } else {
      slots
          .content(token)
          .filter(content -> filled.takes(content.kind()))
          .ifPresent(content -> fill(new Filler.Linked(content.kind(), content.key())));
    }
  }

  private void fill(Filler filler) {
    role.ifPresent(filled -> fillers.put(filled, filler));
    role = Optional.empty();
  }

  private void finishStep() {
    intent.ifPresent(named -> steps.add(new Understood(named.name(), fillers)));
    fillers.clear();
  }
}
