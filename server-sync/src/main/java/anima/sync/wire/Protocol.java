package anima.sync.wire;

/** Numbers that both sides of a connection hold to. */
final class Protocol {
  /** Rises with every change that an older side would not understand. */
  static final int VERSION = 1;

  /** Largest WebSocket message either way. */
  static final int FRAME_BYTES_MAX = 64 * 1024;

  /** First byte of a message that holds a protobuf message. */
  static final byte KIND_MESSAGE = 1;

  /** First byte of a message that holds {@link ZoneFrame positions}. */
  static final byte KIND_ZONES = 2;

  static final String PATH = "/anima";

  /** Bytes of the place in one message. */
  static final int PLACE_PART_BYTES = 32 * 1024;

  /** Bytes of a compressed place that a client accepts. */
  static final int PLACE_BYTES_MAX = 2 * 1024 * 1024;

  /** Events in one message, so that even the longest words stay within a frame. */
  static final int EVENTS_PER_MESSAGE_MAX = 24;

  static final int HOST_NAME_LENGTH_MAX = 64;
  static final int TOKEN_LENGTH_MAX = 64;

  /** A side that hears nothing at all for this long takes the other for lost. */
  static final int SILENCE_SECONDS_MAX = 30;

  /** How often the client shows that it lives. */
  static final int BEAT_SECONDS = 3;

  private Protocol() {}
}
