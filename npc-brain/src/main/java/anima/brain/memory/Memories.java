package anima.brain.memory;

import anima.world.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one mind remembers. Owned by the thread of its mind.
 *
 * <p>When there are too many, the least worth keeping is forgotten: done before open, unimportant
 * before important, old before new.
 */
public final class Memories {
  /** Most memories of one person. */
  public static final int PER_PERSON_MAX = 48;

  /** Most memories in all. */
  public static final int ALL_MAX = 1_000;

  /** After this many ticks a memory counts half as recent: one day of twenty minutes at 20 Hz. */
  private static final double HALF_LIFE_TICKS = 24_000;

  private final List<Memory> kept = new ArrayList<>();
  private boolean changed;

  public Memories(Collection<Memory> remembered) {
    remembered.forEach(this::add);
    changed = false;
  }

  /** Remembers something; what it replaces is forgotten. */
  public void add(Memory memory) {
    kept.removeIf(memory::replaces);
    kept.add(memory);
    List<Memory> ofPerson = of(memory.person());
    if (ofPerson.size() > PER_PERSON_MAX) {
      kept.remove(least(ofPerson, memory.tick()));
    }
    if (kept.size() > ALL_MAX) {
      kept.remove(least(kept, memory.tick()));
    }
    changed = true;
  }

  /** What a memory asked for is done. */
  public void done(Memory memory) {
    int at = kept.indexOf(memory);
    if (at >= 0) {
      kept.set(at, memory.asDone());
      changed = true;
    }
  }

  public List<Memory> all() {
    return List.copyOf(kept);
  }

  public List<Memory> of(String person) {
    return kept.stream().filter(memory -> memory.person().equals(person)).toList();
  }

  /** What is still to be done, in the order in which it was asked for. */
  public List<Memory> open(Kind kind) {
    return kept.stream().filter(memory -> memory.kind() == kind && !memory.done()).toList();
  }

  public Optional<String> nameOf(String person) {
    return of(person).stream().filter(m -> m.kind() == Kind.NAME).map(Memory::text).findFirst();
  }

  /**
   * Clauses about a person that are of use for answering {@code query}, best first: by relevance,
   * then by what is recent and important.
   */
  public List<String> recall(String person, String query, Language language, long now, int most) {
    List<Memory> about = of(person).stream().filter(m -> m.kind() != Kind.MET).toList();
    List<String> clauses = about.stream().map(m -> MemoryWords.clause(m, language)).toList();
    Relevance relevance =
        new Relevance(
            about.stream()
                .map(m -> MemoryWords.clause(m, language) + " " + MemoryWords.hints(m.kind()))
                .toList());
    double[] scores =
        IntStream.range(0, about.size())
            .mapToDouble(i -> relevance.score(i, query) + worth(about.get(i), now) / 8)
            .toArray();
    return IntStream.range(0, about.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(most)
        .map(clauses::get)
        .toList();
  }

  /** Whether there is anything new since this was last asked. */
  public boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  private static Memory least(List<Memory> among, long now) {
    return among.stream()
        .min(Comparator.comparingDouble(memory -> worth(memory, now)))
        .orElseThrow();
  }

  private static double worth(Memory memory, long now) {
    double recency = Math.pow(0.5, Math.max(0, now - memory.tick()) / HALF_LIFE_TICKS);
    return recency + memory.kind().importance() - (memory.done() ? 1 : 0);
  }
}
