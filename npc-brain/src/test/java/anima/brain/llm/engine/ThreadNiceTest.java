package anima.brain.llm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmOptions;
import anima.brain.llm.model.ModelFolder;
import anima.brain.llm.model.RandomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ThreadNiceTest {
  /** Place of the nice value behind the name of the thread, which stands in brackets. */
  private static final int NICE_FIELD = 16;

  @TempDir static Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_thread_and_those_it_starts_give_way_and_no_other() throws Exception {
    int before = niceOf(Path.of("/proc/thread-self/stat"));
    int[] nice = new int[2];
    ThreadNice.call(
        () -> {
          nice[0] = niceOf(Path.of("/proc/thread-self/stat"));
          Thread child = new Thread(() -> nice[1] = niceOf(Path.of("/proc/thread-self/stat")));
          child.start();
          child.join();
          return true;
        });
    assertThat(nice).containsExactly(ThreadNice.THINKING, ThreadNice.THINKING);
    assertThat(niceOf(Path.of("/proc/thread-self/stat"))).isEqualTo(before);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_threads_of_the_native_runtime_give_way() throws Exception {
    RandomModel.small().write(folder);
    Map<Path, Integer> before = tasks();
    LlmOptions options = LlmOptions.defaults().withThreads(4).withContextTokens(64);
    try (Llm llm = Llm.open(ModelFolder.open(folder), options)) {
      Map<Path, Integer> started = tasks();
      started.keySet().removeAll(before.keySet());
      long lowered = started.values().stream().filter(nice -> nice == ThreadNice.THINKING).count();
      assertThat(lowered).isGreaterThanOrEqualTo(options.threads() - 1);
      assertThat(llm.slotsMax()).isPositive();
    }
  }

  @Test
  void what_the_work_throws_comes_out() {
    assertThatThrownBy(
            () ->
                ThreadNice.call(
                    () -> {
                      throw new IOException("torn");
                    }))
        .isExactlyInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("torn");
    assertThatThrownBy(
            () ->
                ThreadNice.call(
                    () -> {
                      throw new IllegalStateException("worn");
                    }))
        .hasMessage("worn");
  }

  private static Map<Path, Integer> tasks() throws IOException {
    Map<Path, Integer> nice = new HashMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      tasks.forEach(task -> nice.put(task, niceOf(task.resolve("stat"))));
    }
    return nice;
  }

  /** Nice value of a thread; a thread that has ended meanwhile has none to speak of. */
  private static int niceOf(Path stat) {
    try {
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return Integer.parseInt(fields[NICE_FIELD]);
    } catch (IOException ended) {
      return 0;
    }
  }
}
