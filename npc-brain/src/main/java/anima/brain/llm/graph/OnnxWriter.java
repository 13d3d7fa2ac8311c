package anima.brain.llm.graph;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes an ONNX model (field numbers: onnx/onnx, onnx.proto3). Weights are declared as external
 * and handed to the runtime in memory, so no file is written. Owned by one thread.
 */
public final class OnnxWriter {
  /** A weight of the graph: little-endian bytes in native memory. */
  public record Initializer(DataType type, ByteBuffer bytes, Shape shape) {}

  /** Operators of ONNX Runtime itself. */
  public static final String MICROSOFT = "com.microsoft";

  private static final int IR_VERSION = 10;
  private static final int OPSET = 17;

  private final List<ProtoWriter> nodes = new ArrayList<>();
  private final List<ProtoWriter> inputs = new ArrayList<>();
  private final List<ProtoWriter> outputs = new ArrayList<>();
  private final List<ProtoWriter> integers = new ArrayList<>();
  private final Map<String, Initializer> initializers = new LinkedHashMap<>();

  /** Declares an input; a dimension is a number or, when it varies, a name. */
  public void input(String name, DataType type, Object... shape) {
    inputs.add(value(name, type, shape));
  }

  public void output(String name, DataType type, Object... shape) {
    outputs.add(value(name, type, shape));
  }

  public void initializer(String name, DataType type, ByteBuffer bytes, long... shape) {
    if (initializers.put(name, new Initializer(type, bytes, new Shape(shape))) != null) {
      throw new IllegalArgumentException("initializer declared twice: " + name);
    }
  }

  /** Declares a vector that the runtime reads while it loads the graph: shapes, axes, sizes. */
  public void integers(String name, long... values) {
    ProtoWriter tensor = new ProtoWriter().integer(1, values.length).integer(2, 7);
    for (long value : values) {
      tensor.integer(7, value);
    }
    integers.add(tensor.text(8, name));
  }

  /** Adds a standard operator and returns its first output. */
  public String node(String operator, List<String> in, String out, Object... attributes) {
    return node("", operator, in, List.of(out), attributes);
  }

  /**
   * Adds an operator and returns its first output.
   *
   * @param attributes names, each followed by its Float, Integer, list of Integers or String
   */
  public String node(
      String domain, String operator, List<String> in, List<String> out, Object... attributes) {
    ProtoWriter node = new ProtoWriter();
    in.forEach(name -> node.text(1, name));
    out.forEach(name -> node.text(2, name));
    node.text(3, out.get(0) + "/node").text(4, operator);
    for (int i = 0; i < attributes.length; i += 2) {
      node.message(5, attribute((String) attributes[i], attributes[i + 1]));
    }
    nodes.add(domain.isEmpty() ? node : node.text(7, domain));
    return out.get(0);
  }

  public Map<String, Initializer> initializers() {
    return initializers;
  }

  public byte[] toBytes() {
    ProtoWriter graph = new ProtoWriter();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "anima");
    integers.forEach(tensor -> graph.message(5, tensor));
    initializers.forEach((name, initializer) -> graph.message(5, declare(name, initializer)));
    inputs.forEach(input -> graph.message(11, input));
    outputs.forEach(output -> graph.message(12, output));
    return new ProtoWriter()
        .integer(1, IR_VERSION)
        .text(2, "anima")
        .message(7, graph)
        .message(8, operators("", OPSET))
        .message(8, operators(MICROSOFT, 1))
        .toBytes();
  }

  private static ProtoWriter operators(String domain, int version) {
    return new ProtoWriter().text(1, domain).integer(2, version);
  }

  private static ProtoWriter declare(String name, Initializer initializer) {
    ProtoWriter tensor = new ProtoWriter();
    for (long size : initializer.shape().getShape()) {
      tensor.integer(1, size);
    }
    tensor.integer(2, onnxType(initializer.type())).text(8, name);
    tensor.message(13, new ProtoWriter().text(1, "location").text(2, "memory"));
    return tensor.integer(14, 1);
  }

  private static ProtoWriter value(String name, DataType type, Object... shape) {
    ProtoWriter dimensions = new ProtoWriter();
    for (Object size : shape) {
      ProtoWriter dimension = new ProtoWriter();
      dimensions.message(
          1,
          size instanceof Number number
              ? dimension.integer(1, number.longValue())
              : dimension.text(2, (String) size));
    }
    ProtoWriter tensor = new ProtoWriter().integer(1, onnxType(type)).message(2, dimensions);
    return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
  }

  private static ProtoWriter attribute(String name, Object value) {
    ProtoWriter attribute = new ProtoWriter().text(1, name);
    if (value instanceof Float number) {
      return attribute.number(2, number).integer(20, 1);
    }
    if (value instanceof Integer number) {
      return attribute.integer(3, number).integer(20, 2);
    }
    if (value instanceof List<?> numbers) {
      numbers.forEach(number -> attribute.integer(8, (Integer) number));
      return attribute.integer(20, 7);
    }
    return attribute.text(4, (String) value).integer(20, 3);
  }

  static int onnxType(DataType type) {
    return switch (type) {
      case FLOAT32 -> 1;
      case UINT8 -> 2;
      case INT8 -> 3;
      case INT32 -> 6;
      case INT64 -> 7;
      case FLOAT16 -> 10;
      default -> throw new IllegalArgumentException("not used here: " + type);
    };
  }
}
