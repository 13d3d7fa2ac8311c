package anima.brain.train;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A model on PyTorch: weights, the optimizer's state, and the script that trains them. Used by the
 * thread that made it.
 */
final class TorchModel implements AutoCloseable {
  private static final float INITIAL_DEVIATION = 0.02f;

  private final ModelShape shape;
  private final Path folder;
  private final Model model;
  private final PtSymbolBlock block;
  private final PtNDManager manager;
  private final List<PtNDArray> parameters = new ArrayList<>();
  private final List<PtNDArray> firstMoments = new ArrayList<>();
  private final List<PtNDArray> secondMoments = new ArrayList<>();

  private TorchModel(ModelShape shape, Path folder, Model model) {
    this.shape = shape;
    this.folder = folder;
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
    this.manager = (PtNDManager) model.getNDManager();
  }

  /** A model with the weights and state of {@code state}. */
  static TorchModel open(ModelShape shape, TrainingState state) throws IOException {
    Path folder = Files.createTempDirectory("anima-train");
    Path script = folder.resolve("T.pt");
    TorchScriptArchive.write(
        script,
        TrainingScript.CLASS,
        TrainingScript.source(shape),
        List.of("p", "m", "v", "st", "rope"));
    Model model = Model.newInstance("T", "PyTorch");
    try {
      model.load(script);
    } catch (MalformedModelException e) {
      throw new IOException("PyTorch refuses the training script", e);
    }
    // The optimising executor has been seen to corrupt state that is changed in place.
    JniUtils.setGraphExecutorOptimize(false);
    TorchModel torch = new TorchModel(shape, folder, model);
    torch.setUp(state);
    return torch;
  }

  private void setUp(TrainingState state) {
    List<long[]> shapes = shape.tensors();
    List<PtNDArray> steps = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape size = new Shape(shapes.get(i));
      parameters.add((PtNDArray) manager.create(state.weights().get(i), size));
      firstMoments.add((PtNDArray) manager.create(state.firstMoments().get(i), size));
      secondMoments.add((PtNDArray) manager.create(state.secondMoments().get(i), size));
      steps.add((PtNDArray) manager.create((float) state.step()));
    }
    parameters.forEach(parameter -> parameter.setRequiresGradient(true));
    try (IValue p = list(parameters);
        IValue m = list(firstMoments);
        IValue v = list(secondMoments);
        IValue st = list(steps);
        IValue rope = list(rope())) {
      IValueUtils.runMethod(block, "setup", p, m, v, st, rope).close();
    }
  }

  private static IValue list(List<PtNDArray> tensors) {
    return IValue.listFrom(tensors.toArray(new PtNDArray[0]));
  }

  /** Rotary position embedding (Su et al. 2021), halves paired as in Llama. */
  private List<PtNDArray> rope() {
    int half = shape.headDim() / 2;
    float[] cos = new float[shape.context() * shape.headDim()];
    float[] sin = new float[cos.length];
    for (int at = 0; at < cos.length; at++) {
      int position = at / shape.headDim();
      double angle =
          position
              * Math.pow(
                  ModelShape.ROPE_THETA, -2.0 * (at % shape.headDim() % half) / shape.headDim());
      cos[at] = (float) Math.cos(angle);
      sin[at] = (float) Math.sin(angle);
    }
    Shape size = new Shape(shape.context(), 1, shape.headDim());
    return List.of((PtNDArray) manager.create(cos, size), (PtNDArray) manager.create(sin, size));
  }

  /** One step; returns the mean loss over the tokens of answers. */
  float step(Batch batch, double learningRate, long seed) {
    JniUtils.setSeed(seed);
    JniUtils.setGradMode(true);
    try (NDManager scope = manager.newSubManager()) {
      NDList inputs =
          new NDList(
              scope.create(batch.inputs(), new Shape(batch.rows(), batch.columns())),
              scope.create(batch.places()),
              scope.create(batch.targets()),
              scope.create(batch.weights()),
              scope.create((float) learningRate));
      inputs.attach(scope);
      NDArray loss =
          block.forward(new ParameterStore(scope, false), inputs, true).singletonOrThrow();
      return loss.toFloatArray()[0];
    }
  }

  /** A copy of weights and optimizer's state. */
  TrainingState state(long step, double elapsedSeconds, long tokens, double loss) {
    return new TrainingState(
        step,
        elapsedSeconds,
        tokens,
        loss,
        parameters.stream().map(NDArray::toFloatArray).toList(),
        firstMoments.stream().map(NDArray::toFloatArray).toList(),
        secondMoments.stream().map(NDArray::toFloatArray).toList());
  }

  /** Weights drawn at random, norms of one, no moments. */
  static TrainingState fresh(ModelShape shape, long seed) {
    Random random = new Random(seed);
    List<float[]> weights = new ArrayList<>();
    List<float[]> zeros = new ArrayList<>();
    for (long[] size : shape.tensors()) {
      float[] values = new float[Math.toIntExact(size.length == 2 ? size[0] * size[1] : size[0])];
      zeros.add(values.clone());
      for (int i = 0; i < values.length; i++) {
        values[i] = size.length == 1 ? 1 : (float) random.nextGaussian() * INITIAL_DEVIATION;
      }
      weights.add(values);
    }
    return new TrainingState(0, 0, 0, 0, weights, zeros, zeros);
  }

  @Override
  public void close() throws IOException {
    model.close();
    Files.deleteIfExists(folder.resolve("T.pt"));
    Files.deleteIfExists(folder);
  }
}
