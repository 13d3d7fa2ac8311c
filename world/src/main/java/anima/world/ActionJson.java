package anima.world;

import anima.world.json.JsonFault;
import anima.world.json.RecordJson;

/** Actions as JSON text, for the log of a world: {@code {"type":"Say","actor":9,…}}. Any thread. */
public final class ActionJson {
  /** Longest text that is read, in UTF-16 units: a spoken text of which every one is escaped. */
  public static final int TEXT_LENGTH_MAX = 8 * Action.SAY_LENGTH_MAX;

  private ActionJson() {}

  /** JSON on one line; equal actions give equal text. */
  public static String write(Action action) {
    return RecordJson.write((Record) action);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param source what to call the text in a fault
   */
  public static Action read(String source, String text) throws JsonFault {
    return RecordJson.read(Action.class, source, text, TEXT_LENGTH_MAX);
  }
}
