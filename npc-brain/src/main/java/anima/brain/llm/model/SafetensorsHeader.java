package anima.brain.llm.model;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the JSON header of a safetensors file (format: huggingface/safetensors,
 * README.md). Nothing of it is trusted: sizes, offsets, overlaps and gaps are checked before any
 * tensor is touched.
 */
final class SafetensorsHeader {
  /** Longest header; the published models stay below 1 MB. */
  static final int BYTES_MAX = 16 << 20;

  /** Most tensors of one file. */
  static final int TENSORS_MAX = 20_000;

  /** Longest name of a tensor, in UTF-16 units. */
  static final int NAME_LENGTH_MAX = 256;

  /** Most dimensions of a tensor. */
  static final int DIMENSIONS_MAX = 8;

  private static final String METADATA = "__metadata__";

  private final Path file;
  private final long dataBytes;
  private final Map<String, TensorEntry> entries = new LinkedHashMap<>();

  private SafetensorsHeader(Path file, long dataBytes) {
    this.file = file;
    this.dataBytes = dataBytes;
  }

  /**
   * Parses a header.
   *
   * @param file named in errors
   * @param json the header's bytes in UTF-8
   * @param dataBytes how many bytes follow the header in the file
   * @return the tensors by name, in the order of the file
   */
  static Map<String, TensorEntry> parse(Path file, ByteBuffer json, long dataBytes)
      throws ModelException {
    SafetensorsHeader header = new SafetensorsHeader(file, dataBytes);
    try (JsonReader reader =
        new JsonReader(
            new StringReader(StandardCharsets.UTF_8.newDecoder().decode(json).toString()))) {
      reader.setStrictness(Strictness.STRICT);
      header.readTensors(reader);
    } catch (CharacterCodingException e) {
      throw header.damaged("it is not UTF-8");
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      throw header.damaged("it is not valid JSON");
    } catch (IOException | NumberFormatException e) {
      throw header.damaged("a number in it is out of range");
    }
    header.checkCover();
    return header.entries;
  }

  private void readTensors(JsonReader reader) throws IOException, ModelException {
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.equals(METADATA)) {
        reader.skipValue();
        continue;
      }
      if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
        throw damaged("a tensor's name has " + name.length() + " characters");
      }
      if (entries.size() == TENSORS_MAX) {
        throw damaged("it names more than " + TENSORS_MAX + " tensors");
      }
      if (entries.put(name, readTensor(name, reader)) != null) {
        throw entry(name, "it stands there twice");
      }
    }
    reader.endObject();
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw damaged("something follows the JSON");
    }
  }

  private TensorEntry readTensor(String name, JsonReader reader)
      throws IOException, ModelException {
    @Nullable String type = null;
    @Nullable List<Long> shape = null;
    @Nullable List<Long> offsets = null;
    reader.beginObject();
    while (reader.hasNext()) {
      String key = reader.nextName();
      switch (key) {
        case "dtype" -> type = reader.nextString();
        case "shape" -> shape = readNumbers(name, reader, DIMENSIONS_MAX);
        case "data_offsets" -> offsets = readNumbers(name, reader, 2);
        default -> throw entry(name, "it has the unknown field " + key);
      }
    }
    reader.endObject();
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw entry(name, "dtype, shape or data_offsets is missing");
    }
    String typeName = type;
    TensorType known =
        TensorType.named(typeName).orElseThrow(() -> entry(name, "unknown dtype " + typeName));
    TensorEntry entry = new TensorEntry(name, known, shape, offsets.get(0), offsets.get(1));
    checkEntry(entry);
    return entry;
  }

  private List<Long> readNumbers(String name, JsonReader reader, int countMax)
      throws IOException, ModelException {
    List<Long> numbers = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      if (numbers.size() == countMax) {
        throw entry(name, "it has more than " + countMax + " numbers in a row");
      }
      long number = reader.nextLong();
      if (number < 0) {
        throw entry(name, "it has the negative number " + number);
      }
      numbers.add(number);
    }
    reader.endArray();
    return numbers;
  }

  private void checkEntry(TensorEntry entry) throws ModelException {
    if (entry.beginByte() > entry.endByte() || entry.endByte() > dataBytes) {
      throw entry(
          entry.name(),
          "bytes %d to %d lie outside the %d of the file"
              .formatted(entry.beginByte(), entry.endByte(), dataBytes));
    }
    long bytes = entry.type().bytes;
    try {
      for (long size : entry.shape()) {
        bytes = Math.multiplyExact(bytes, size);
      }
    } catch (ArithmeticException e) {
      throw entry(entry.name(), "its shape is too large");
    }
    if (bytes != entry.bytes()) {
      throw entry(
          entry.name(), "its shape needs %d bytes and it has %d".formatted(bytes, entry.bytes()));
    }
  }

  /** The tensors must tile the data without a gap or an overlap, as the format demands. */
  private void checkCover() throws ModelException {
    List<TensorEntry> byPlace = new ArrayList<>(entries.values());
    byPlace.sort(
        Comparator.comparingLong(TensorEntry::beginByte).thenComparingLong(TensorEntry::endByte));
    long next = 0;
    for (TensorEntry entry : byPlace) {
      if (entry.beginByte() < next) {
        throw entry(entry.name(), "it overlaps the tensor before it");
      }
      if (entry.beginByte() > next) {
        throw entry(entry.name(), "unused bytes lie before it");
      }
      next = entry.endByte();
    }
    if (next != dataBytes) {
      throw damaged((dataBytes - next) + " bytes at the end of the file belong to no tensor");
    }
  }

  private ModelException damaged(String what) {
    return new ModelException(ModelFault.HEADER, file, what);
  }

  private ModelException entry(String name, String what) {
    return new ModelException(ModelFault.TENSOR_ENTRY, file, name, what);
  }
}
