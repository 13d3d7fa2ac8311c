package anima.world.json;

import com.google.gson.JsonElement;

/**
 * Records as JSON text. A record is an object with a field for each component; a record whose only
 * component is {@code value} is that value; one of a sealed set has a field {@code type} with its
 * simple name; constants are lower case; an empty {@code Optional} is left out. Reading refuses
 * what it does not know, and obeys {@link Bounds}, {@link Length}, {@link OneOf} and {@link Rgb}.
 * Numbers survive the round trip exactly. Any thread.
 */
public final class RecordJson {
  private RecordJson() {}

  /** The JSON text of a record, on one line; equal records give equal text. */
  public static String write(Record record) {
    return RecordWriter.write(record).toString();
  }

  /**
   * Reads a record, or one of a sealed set of records.
   *
   * @param source what to call the text in a fault, such as its file name
   * @param charactersMax longest text that is looked at
   * @throws JsonFault saying in one sentence what is wrong and where
   */
  public static <T> T read(Class<T> type, String source, String text, int charactersMax)
      throws JsonFault {
    JsonElement json = JsonText.parse(source, text, charactersMax);
    return type.cast(new RecordReader(source).read(type, json, "", Limits.NONE));
  }
}
