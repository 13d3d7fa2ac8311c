package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and checks the head of a GGUF file of version 2 or 3 (format: ggml-org/ggml, docs/gguf.md):
 * the metadata and where each tensor lies. Nothing of it is trusted: counts, lengths, types, sizes,
 * places and overlaps are checked before any tensor is touched. Owned by one thread.
 */
final class GgufHeader {
  /** Longest head; published models stay below 20 MB. */
  static final int BYTES_MAX = 64 << 20;

  static final int KEYS_MAX = 4096;
  static final int TENSORS_MAX = 20_000;

  /** Longest name of a key or a tensor, in bytes. */
  static final int NAME_BYTES_MAX = 256;

  /** Longest text, such as a chat template, in bytes. */
  static final int TEXT_BYTES_MAX = 1 << 20;

  static final int LIST_LENGTH_MAX = 4_000_000;
  private static final int DIMENSIONS_MAX = 4;

  private static final int MAGIC = 0x46554747;
  private static final int VERSION_MIN = 2;
  private static final int VERSION_MAX = 3;
  private static final String ALIGNMENT = "general.alignment";
  private static final int ALIGNMENT_ABSENT = 32;
  private static final int ALIGNMENT_MAX = 1 << 16;

  private final Path file;
  private final GgufInput in;
  private final long fileBytes;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, GgufEntry> entries = new LinkedHashMap<>();
  private long dataBegin;

  private GgufHeader(Path file, ByteBuffer bytes, long fileBytes) {
    this.file = file;
    this.in = new GgufInput(file, bytes);
    this.fileBytes = fileBytes;
  }

  /**
   * Parses a head.
   *
   * @param file named in errors
   * @param bytes the file up to {@link #BYTES_MAX}, little-endian; kept by the metadata's lists
   * @param fileBytes length of the whole file
   */
  static GgufHeader parse(Path file, ByteBuffer bytes, long fileBytes) throws ModelException {
    GgufHeader header = new GgufHeader(file, bytes, fileBytes);
    header.read();
    return header;
  }

  GgufMetadata metadata() {
    return new GgufMetadata(file, values);
  }

  /** The tensors by name, in the order of the file; places are counted from its beginning. */
  Map<String, GgufEntry> entries() {
    return Collections.unmodifiableMap(entries);
  }

  private void read() throws ModelException {
    if (in.integer() != MAGIC) {
      throw in.damaged("it does not begin with GGUF");
    }
    int version = in.integer();
    if (version < VERSION_MIN || version > VERSION_MAX) {
      throw in.damaged(
          Integer.reverseBytes(version) == VERSION_MAX
              ? "it is made for machines that begin numbers at the other end"
              : "it has the version %s, not 2 or 3".formatted(Integer.toUnsignedString(version)));
    }
    int tensorCount = in.count("tensors", TENSORS_MAX);
    int keyCount = in.count("keys", KEYS_MAX);
    for (int i = 0; i < keyCount; i++) {
      readValue();
    }
    List<GgufEntry> relative = new ArrayList<>();
    for (int i = 0; i < tensorCount; i++) {
      relative.add(readTensor());
    }
    placeTensors(relative);
    checkOverlaps(entries.values());
  }

  private void readValue() throws ModelException {
    String key = in.text("a key", NAME_BYTES_MAX);
    if (values.put(key, value(type(key), key)) != null) {
      throw in.damaged("the key " + key + " stands there twice");
    }
  }

  private GgufValueType type(String key) throws ModelException {
    long id = in.unsigned();
    return GgufValueType.of(id)
        .orElseThrow(() -> in.damaged("the value of %s has the type %d".formatted(key, id)));
  }

  private Object value(GgufValueType type, String key) throws ModelException {
    return switch (type) {
      case UINT8 -> in.one() & 0xffL;
      case INT8 -> (long) in.one();
      case UINT16 -> in.two() & 0xffffL;
      case INT16 -> (long) in.two();
      case UINT32 -> in.unsigned();
      case INT32 -> (long) in.integer();
      case UINT64, INT64 -> in.whole();
      case FLOAT32 -> (double) in.number();
      case FLOAT64 -> in.wideNumber();
      case BOOL -> in.one() != 0;
      case TEXT -> in.text("the text of " + key, TEXT_BYTES_MAX);
      case ARRAY -> list(key);
    };
  }

  private GgufArray list(String key) throws ModelException {
    GgufValueType type = type(key);
    int count = in.count("values of " + key, LIST_LENGTH_MAX);
    int begin = in.position();
    if (type == GgufValueType.ARRAY) {
      throw in.damaged("the value of " + key + " is a list of lists");
    }
    if (type == GgufValueType.TEXT) {
      for (int i = 0; i < count; i++) {
        skipText(key);
      }
    } else {
      in.skip((long) count * type.bytesMin);
    }
    return new GgufArray(file, type, count, in.since(begin));
  }

  private void skipText(String key) throws ModelException {
    in.skip(in.count("bytes for a text of " + key, GgufArray.TEXT_BYTES_MAX));
  }

  /** Reads an entry whose place is still counted from the beginning of the data. */
  private GgufEntry readTensor() throws ModelException {
    String name = in.text("the name of a tensor", NAME_BYTES_MAX);
    long dimensions = in.unsigned();
    if (dimensions < 1 || dimensions > DIMENSIONS_MAX) {
      throw entry(name, "it has " + dimensions + " dimensions");
    }
    List<Long> shape = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      shape.add(in.whole());
    }
    // The file names the fastest dimension first.
    Collections.reverse(shape);
    long typeId = in.unsigned();
    GgufType type =
        GgufType.of(typeId)
            .orElseThrow(
                () ->
                    new ModelException(
                        ModelFault.TENSOR_TYPE,
                        file,
                        name,
                        GgufType.nameOf(typeId),
                        GgufType.names()));
    return new GgufEntry(name, type, shape, in.whole(), bytes(name, type, shape));
  }

  private long bytes(String name, GgufType type, List<Long> shape) throws ModelException {
    long rows = 1;
    long columns = shape.get(shape.size() - 1);
    try {
      for (long size : shape) {
        if (size < 1) {
          throw entry(name, "it has the size " + size);
        }
        rows = Math.multiplyExact(rows, size);
      }
      rows /= columns;
      if (!type.divides(columns)) {
        throw entry(
            name, "rows of %d are not whole blocks of %d".formatted(columns, type.blockWeights));
      }
      return Math.multiplyExact(
          rows, Math.multiplyExact(columns / type.blockWeights, (long) type.blockBytes));
    } catch (ArithmeticException e) {
      throw entry(name, "its shape is too large");
    }
  }

  private void placeTensors(List<GgufEntry> relative) throws ModelException {
    int alignment = metadata().integer(ALIGNMENT, 1, ALIGNMENT_MAX, ALIGNMENT_ABSENT);
    if (Integer.bitCount(alignment) != 1) {
      throw in.damaged("the alignment " + alignment + " is not a power of two");
    }
    dataBegin = (in.position() + alignment - 1L) & -alignment;
    for (GgufEntry entry : relative) {
      if (entry.beginByte() % alignment != 0) {
        throw entry(
            entry.name(),
            "it begins at %d, no multiple of %d".formatted(entry.beginByte(), alignment));
      }
      long room = fileBytes - dataBegin;
      if (entry.beginByte() < 0
          || entry.bytes() > room
          || entry.beginByte() > room - entry.bytes()) {
        throw entry(
            entry.name(),
            "%d bytes from %d on lie outside the %d of the file"
                .formatted(entry.bytes(), entry.beginByte(), Math.max(0, room)));
      }
      if (entries.put(entry.name(), entry.moved(dataBegin)) != null) {
        throw entry(entry.name(), "it stands there twice");
      }
    }
  }

  private void checkOverlaps(Collection<GgufEntry> placed) throws ModelException {
    List<GgufEntry> byPlace = new ArrayList<>(placed);
    byPlace.sort(Comparator.comparingLong(GgufEntry::beginByte));
    long next = 0;
    for (GgufEntry entry : byPlace) {
      if (entry.beginByte() < next) {
        throw entry(entry.name(), "it overlaps the tensor before it");
      }
      next = entry.beginByte() + entry.bytes();
    }
  }

  private ModelException entry(String name, String what) {
    return new ModelException(ModelFault.TENSOR_ENTRY, file, name, what);
  }
}
