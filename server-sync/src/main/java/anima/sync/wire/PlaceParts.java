package anima.sync.wire;

import anima.world.json.JsonFault;
import anima.world.place.Place;
import anima.world.place.PlaceReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A place as compressed JSON, cut to fit into messages. */
final class PlaceParts {
  private PlaceParts() {}

  static byte[] compress(Place place) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(PlaceReader.write(place).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  static List<byte[]> cut(byte[] compressed) {
    List<byte[]> parts = new ArrayList<>();
    for (int from = 0; from < compressed.length; from += Protocol.PLACE_PART_BYTES) {
      int to = Math.min(compressed.length, from + Protocol.PLACE_PART_BYTES);
      parts.add(Arrays.copyOfRange(compressed, from, to));
    }
    return parts;
  }

  /** Reads a place; a stranger's few bytes that swell beyond any place's size are refused. */
  static Place read(String server, byte[] compressed) throws WireFault {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      return PlaceReader.read("The place of " + server, in);
    } catch (IOException e) {
      throw new WireFault("The place of " + server + " is damaged.", e);
    } catch (JsonFault e) {
      throw new WireFault(e.getMessage() + ".", e);
    }
  }
}
