package anima.world.place;

import anima.world.json.JsonFault;
import anima.world.json.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a place from JSON (docs/places.md) and checks it, so that every place in memory is sound. A
 * fault names the file, the path within it, what was expected and what was found.
 */
public final class PlaceReader {
  /** Largest place file, in bytes. */
  public static final int SIZE_BYTES_MAX = 1 << 20;

  private PlaceReader() {}

  /** Reads the text of a place; {@code source} is what faults call it, such as its file name. */
  public static Place read(String source, String text) throws JsonFault {
    Place place = RecordJson.read(Place.class, source, text, SIZE_BYTES_MAX);
    new PlaceCheck(source, place).run();
    return place;
  }

  /** Reads a place in UTF-8 from a stream, which stays open. */
  public static Place read(String source, InputStream stream) throws IOException, JsonFault {
    byte[] bytes = stream.readNBytes(SIZE_BYTES_MAX + 1);
    if (bytes.length > SIZE_BYTES_MAX) {
      throw new JsonFault(source, "", "expected at most " + SIZE_BYTES_MAX + " bytes, found more");
    }
    try {
      return read(
          source, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new JsonFault(source, "", "expected a text in UTF-8, found other bytes");
    }
  }

  /** The JSON text of a place, which reads back as an equal one. */
  public static String write(Place place) {
    return RecordJson.write(place);
  }
}
