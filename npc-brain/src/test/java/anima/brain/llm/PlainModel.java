package anima.brain.llm;

import anima.brain.llm.model.Matrix;
import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.ModelWeights;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A small model's files read in the simplest way, without the code that is tested: the raw {@code
 * config.json}, and tensors as doubles.
 */
final class PlainModel {
  final JsonObject config;
  private final JsonObject header;
  private final ByteBuffer data;
  private final Map<String, double[][]> tensors = new HashMap<>();

  PlainModel(Path folder) throws IOException {
    String json = Files.readString(folder.resolve(ModelFolder.CONFIG));
    this.config = JsonParser.parseString(json).getAsJsonObject();
    byte[] file = Files.readAllBytes(folder.resolve(ModelFolder.WEIGHTS));
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    String text = new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
    this.header = JsonParser.parseString(text).getAsJsonObject();
    this.data = bytes.position(Long.BYTES + length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The same model with weights that were rounded elsewhere. */
  PlainModel withWeights(ModelWeights rounded) throws ModelException {
    for (String name : header.keySet()) {
      boolean matrix = header.getAsJsonObject(name).getAsJsonArray("shape").size() == 2;
      tensors.put(name, matrix ? rows(rounded.matrix(name)) : row(rounded.vector(name)));
    }
    return this;
  }

  /**
   * The same model with the matrices that are multiplied rounded to whole multiples of a step: 32
   * neighbouring inputs of an output share one, and the largest of them is 7 or 127 steps.
   */
  PlainModel rounded(int bits) {
    int steps = (1 << (bits - 1)) - 1;
    for (String name : header.keySet()) {
      if (name.matches(".*(_proj|c_attn|c_fc|lm_head)\\.weight")) {
        boolean inputsFirst = name.contains(".c_");
        double[][] matrix = inputsFirst ? Reference.turned(matrix(name)) : matrix(name);
        for (double[] row : matrix) {
          round(row, steps);
        }
        tensors.put(name, inputsFirst ? Reference.turned(matrix) : matrix);
      }
    }
    return this;
  }

  private static void round(double[] row, int steps) {
    for (int begin = 0; begin < row.length; begin += 32) {
      int end = Math.min(row.length, begin + 32);
      double largest = Arrays.stream(row, begin, end).map(Math::abs).max().orElse(0);
      double step = largest / steps;
      for (int i = begin; i < end && step > 0; i++) {
        row[i] = Math.rint(row[i] / step) * step;
      }
    }
  }

  private static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows][];
    float[] row = new float[matrix.columns];
    for (int r = 0; r < matrix.rows; r++) {
      matrix.readFloats(r, row);
      rows[r] = row(row)[0];
    }
    return rows;
  }

  private static double[][] row(float[] values) {
    double[] row = new double[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = values[i];
    }
    return new double[][] {row};
  }

  int integer(String field) {
    return config.get(field).getAsInt();
  }

  int integer(String field, int absent) {
    return has(field) ? integer(field) : absent;
  }

  double number(String field, double absent) {
    return has(field) ? config.get(field).getAsDouble() : absent;
  }

  boolean flag(String field, boolean absent) {
    return has(field) ? config.get(field).getAsBoolean() : absent;
  }

  private boolean has(String field) {
    JsonElement value = config.get(field);
    return value != null && !value.isJsonNull();
  }

  boolean hasTensor(String name) {
    return header.has(name);
  }

  /** The numbers of a vector. */
  double[] vector(String name) {
    return matrix(name)[0];
  }

  /** The rows of a matrix; a vector is one row. */
  double[][] matrix(String name) {
    double[][] known = tensors.get(name);
    if (known == null) {
      known = read(name);
      tensors.put(name, known);
    }
    return known;
  }

  private double[][] read(String name) {
    JsonObject entry = header.getAsJsonObject(name);
    JsonArray shape = entry.getAsJsonArray("shape");
    int rows = shape.size() == 1 ? 1 : shape.get(0).getAsInt();
    int columns = shape.get(shape.size() - 1).getAsInt();
    int begin = entry.getAsJsonArray("data_offsets").get(0).getAsInt();
    String type = entry.get("dtype").getAsString();
    double[][] values = new double[rows][columns];
    for (int r = 0; r < rows; r++) {
      double scale = type.equals("I8") ? vector(name + ModelWeights.SCALE_SUFFIX)[r] : 1;
      for (int c = 0; c < columns; c++) {
        values[r][c] = scale * value(type, begin, r * columns + c);
      }
    }
    return values;
  }

  private double value(String type, int begin, int index) {
    return switch (type) {
      case "F32" -> data.getFloat(begin + 4 * index);
      case "F16" -> half(data.getShort(begin + 2 * index));
      case "BF16" -> Float.intBitsToFloat(data.getShort(begin + 2 * index) << 16);
      case "I8" -> data.get(begin + index);
      default -> throw new IllegalArgumentException("not read here: " + type);
    };
  }

  /** IEEE 754 binary16, section 3.4. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        exponent == 0
            ? fraction * Math.pow(2, -24)
            : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
    return bits < 0 ? -magnitude : magnitude;
  }
}
