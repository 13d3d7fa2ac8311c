package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list in the metadata. Its place in the file was checked; its values are only read when asked
 * for, since a vocabulary has a hundred thousand. Immutable; any thread.
 *
 * @param bytes the values, little-endian, mapped
 */
record GgufArray(Path file, GgufValueType type, int count, ByteBuffer bytes) {
  /** Longest text in a list, in bytes: a token, or a pair of tokens. */
  static final int TEXT_BYTES_MAX = 4096;

  private GgufInput input() {
    return new GgufInput(file, bytes.duplicate().order(bytes.order()));
  }

  List<String> texts() throws ModelException {
    GgufInput in = input();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.text("a text in a list", TEXT_BYTES_MAX));
    }
    return texts;
  }

  float[] numbers() throws ModelException {
    GgufInput in = input();
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.number();
    }
    return numbers;
  }

  int[] integers() throws ModelException {
    GgufInput in = input();
    int[] integers = new int[count];
    for (int i = 0; i < count; i++) {
      integers[i] = in.integer();
    }
    return integers;
  }
}
