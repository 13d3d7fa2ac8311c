package anima.brain.bench.run;

import anima.brain.bench.stack.StackKind;
import anima.brain.bench.stack.StackProgram;
import anima.brain.bench.stack.StackReply;
import anima.brain.bench.stack.StackRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stack with its model, in a process of its own. Owned by one thread. */
final class StackProcess implements AutoCloseable {
  private static final double OPEN_SECONDS_MAX = 180;

  private final ChildProcess child;
  private final String description;

  private StackProcess(ChildProcess child, String description) {
    this.child = child;
    this.description = description;
  }

  /**
   * Starts the process and waits until its model is loaded.
   *
   * @param natives folder of llama.cpp's natives, for the stack that needs it
   */
  static StackProcess start(StackKind kind, Path model, int threads, Optional<Path> natives)
      throws ChildException, InterruptedException {
    List<String> arguments =
        List.of(
            kind.label,
            model.toString(),
            Integer.toString(threads),
            natives.map(Path::toString).orElse(""));
    ChildProcess child;
    try {
      child = ChildProcess.start(StackProgram.class, arguments);
    } catch (IOException e) {
      throw new ChildException("the process could not be started: " + e.getMessage());
    }
    try {
      StackReply reply = child.await(StackReply::parse, OPEN_SECONDS_MAX);
      return new StackProcess(child, checked(reply.ready(), reply));
    } catch (ChildException e) {
      child.close();
      throw e;
    }
  }

  String description() {
    return description;
  }

  /** Seconds that the stack took for what was asked. */
  double seconds(StackRequest request, double secondsMax)
      throws ChildException, InterruptedException {
    StackReply reply = ask(request, secondsMax);
    return checked(reply.seconds(), reply);
  }

  /** The logits behind a prompt; empty when the stack gives none. */
  List<Float> logits(int tokens, double secondsMax) throws ChildException, InterruptedException {
    StackReply reply = ask(StackRequest.logits(tokens), secondsMax);
    return checked(reply.logits(), reply);
  }

  private StackReply ask(StackRequest request, double secondsMax)
      throws ChildException, InterruptedException {
    child.send(request.line());
    return child.await(StackReply::parse, secondsMax);
  }

  private static <T> T checked(@Nullable T wanted, StackReply reply) throws ChildException {
    if (wanted == null) {
      String why = reply.failed();
      throw new ChildException(why == null ? "it answered something else" : why);
    }
    return wanted;
  }

  @Override
  public void close() {
    child.close();
  }
}
