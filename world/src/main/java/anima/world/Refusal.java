package anima.world;

/** Why an action was refused. */
public enum Refusal {
  /** Another body is not in this world or not in sight. */
  NOT_THERE,
  /** Too far away to reach, hear or hand over. */
  TOO_FAR,
  /** The text is empty, too long or holds control characters. */
  BAD_TEXT,
  /** A number is not in the allowed range. */
  BAD_NUMBER,
  /** There is no way over the ground. */
  NO_WAY,
  /** The actor does not own enough of it. */
  NOT_OWNED,
  /** The buyer has too few coins. */
  TOO_POOR,
  /** No offer stands. */
  NO_OFFER,
  /** Faster than a body can move. */
  TOO_FAST,
  /** The thing cannot be used, or there is no such thing. */
  NOT_USABLE,
  /** The actor may not act for this body. */
  NOT_YOURS,
  /** Too many actions at once. */
  TOO_MANY,
  /** The world cannot store it now, such as when the disk is full; nothing stored is lost. */
  NOT_STORED
}
