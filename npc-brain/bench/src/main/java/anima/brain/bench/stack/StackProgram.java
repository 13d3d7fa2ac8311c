package anima.brain.bench.stack;

import anima.brain.bench.stack.StackRequest.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The program of a child process: loads one model in one stack, then answers requests, a line each,
 * until its input ends. So the natives of two stacks never meet, and a crash ends only one of them.
 */
public final class StackProgram {
  private StackProgram() {}

  /** Arguments: kind of stack, model file, threads, folder of natives (or empty). */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Stack stack = open(arguments);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      out.println(StackReply.ready(stack.description()).line());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(answer(stack, line).line());
      }
    } catch (Exception | LinkageError e) {
      out.println(StackReply.failed(e).line());
    }
    // The natives may have threads of their own.
    System.exit(0);
  }

  private static Stack open(String... arguments) throws Exception {
    Path model = Path.of(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    return switch (StackKind.named(arguments[0]).orElseThrow()) {
      case ANIMA -> AnimaStack.open(model, threads);
      case LLAMA -> LlamaStack.open(Path.of(arguments[3]), model, threads);
      case KHERUD -> KherudStack.open(model, threads);
    };
  }

  private static StackReply answer(Stack stack, String line) {
    try {
      StackRequest request = StackRequest.parse(line);
      if (request.kind() == Kind.LOGITS) {
        return StackReply.logits(stack.logits(request.first()).orElse(new float[0]));
      }
      return StackReply.seconds(
          switch (request.kind()) {
            case DECODE -> stack.decodeSeconds(request.first(), request.second(), request.third());
            case PREFILL -> stack.prefillSeconds(request.first());
            case WARM -> stack.warmSeconds(request.first(), request.second());
            case LOGITS -> throw new IllegalStateException("answered above");
          });
    } catch (RuntimeException e) {
      return StackReply.failed(e);
    }
  }
}
