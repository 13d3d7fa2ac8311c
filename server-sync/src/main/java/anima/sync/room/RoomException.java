package anima.sync.room;

/** Why a room does not let someone in: one sentence for a person. */
public final class RoomException extends Exception {
  public RoomException(String sentence) {
    super(sentence);
  }
}
