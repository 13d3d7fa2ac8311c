package anima.world;

/** Identity of one entity of a world; positive, never reused within a store. */
public record EntityId(long value) implements Comparable<EntityId> {
  public EntityId {
    if (value <= 0) {
      throw new IllegalArgumentException("entity id " + value + " is not positive");
    }
  }

  @Override
  public int compareTo(EntityId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "#" + value;
  }
}
