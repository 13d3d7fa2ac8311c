package anima.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The standing offers, one for each pair of seller and buyer. Owned by the world's thread. */
final class Offers {
  private final SortedMap<Pair, Offer> standing = new TreeMap<>();

  Collection<Offer> all() {
    return standing.values();
  }

  Optional<Offer> find(EntityId seller, EntityId buyer) {
    return Optional.ofNullable(standing.get(new Pair(seller, buyer)));
  }

  long countOf(EntityId seller) {
    return standing.keySet().stream().filter(pair -> pair.seller().equals(seller)).count();
  }

  void put(Offer offer) {
    standing.put(new Pair(offer.seller(), offer.buyer()), offer);
  }

  void remove(Offer offer) {
    standing.remove(new Pair(offer.seller(), offer.buyer()));
  }

  /** Removes and returns those that meet a condition, in order. */
  List<Offer> removeIf(Predicate<Offer> condition) {
    List<Offer> removed = new ArrayList<>();
    for (Offer offer : List.copyOf(standing.values())) {
      if (condition.test(offer)) {
        remove(offer);
        removed.add(offer);
      }
    }
    return removed;
  }

  private record Pair(EntityId seller, EntityId buyer) implements Comparable<Pair> {
    private static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::seller).thenComparing(Pair::buyer);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }
}
