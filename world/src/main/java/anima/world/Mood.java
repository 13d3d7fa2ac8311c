package anima.world;

/** The temper in which an inhabitant speaks. */
public enum Mood {
  CHEERFUL,
  GRUMPY,
  SHY,
  PROUD,
  CALM,
  CURIOUS,
  WEARY,
  STERN
}
