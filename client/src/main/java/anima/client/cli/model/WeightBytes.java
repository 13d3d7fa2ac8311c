package anima.client.cli.model;

import anima.brain.llm.graph.WeightFormat;
import anima.brain.llm.model.ModelConfig;
import anima.brain.llm.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;

/** How many bytes of weights each token has to read. */
final class WeightBytes {
  /** Blocks of 32 weights share one 32-bit scale. */
  private static final double SCALE_BITS = 32.0 / 32;

  private WeightBytes() {}

  /** Every matrix once; of an embedding that is not the head too, only a row is read. */
  static double read(ModelFolder model, WeightFormat format) {
    ModelConfig config = model.config();
    long embedding = (long) config.vocabularyTokens() * config.hiddenSize();
    long weights = config.parameters() - (config.headTied() ? 0 : embedding);
    return weights * bitsPerWeight(model, format) / Byte.SIZE;
  }

  private static double bitsPerWeight(ModelFolder model, WeightFormat format) {
    return switch (format) {
      case F32 -> Float.SIZE;
      case INT8 -> Byte.SIZE + SCALE_BITS;
      case INT8_ROWS, UINT8_ROWS -> Byte.SIZE;
      case INT4 -> 4 + SCALE_BITS;
      case AS_STORED -> storedBits(model);
    };
  }

  /** About: a file of blocks has few tensors of another kind. */
  private static double storedBits(ModelFolder model) {
    if (model.config().rowsInt8()) {
      return Byte.SIZE + SCALE_BITS;
    }
    try {
      return Files.isRegularFile(model.path())
          ? (double) Files.size(model.path()) * Byte.SIZE / model.config().parameters()
          : Float.SIZE;
    } catch (IOException e) {
      return Float.SIZE;
    }
  }
}
