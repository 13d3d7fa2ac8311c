package anima.brain.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All that training needs to go on where it stopped: the next batch is that of {@code step}.
 *
 * @param loss running mean over the tokens of answers
 */
record TrainingState(
    long step,
    double elapsedSeconds,
    long tokens,
    double loss,
    List<float[]> weights,
    List<float[]> firstMoments,
    List<float[]> secondMoments) {
  private static final int MAGIC = 0x414E4D31;

  TrainingState {
    weights = List.copyOf(weights);
    firstMoments = List.copyOf(firstMoments);
    secondMoments = List.copyOf(secondMoments);
  }

  /** Writes beside the file first, so that a broken write leaves the older one. */
  void write(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 20))) {
      out.writeInt(MAGIC);
      out.writeLong(step);
      out.writeDouble(elapsedSeconds);
      out.writeLong(tokens);
      out.writeDouble(loss);
      out.writeInt(weights.size());
      for (List<float[]> list : List.of(weights, firstMoments, secondMoments)) {
        for (float[] values : list) {
          ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
          bytes.asFloatBuffer().put(values);
          out.writeInt(values.length);
          out.write(bytes.array());
        }
      }
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static TrainingState read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " is not a checkpoint of the trainer");
      }
      long step = in.readLong();
      double elapsed = in.readDouble();
      long tokens = in.readLong();
      double loss = in.readDouble();
      int count = in.readInt();
      return new TrainingState(
          step, elapsed, tokens, loss, list(in, count), list(in, count), list(in, count));
    }
  }

  private static List<float[]> list(DataInputStream in, int count) throws IOException {
    List<float[]> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] values = new float[in.readInt()];
      ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES)).asFloatBuffer().get(values);
      list.add(values);
    }
    return list;
  }
}
