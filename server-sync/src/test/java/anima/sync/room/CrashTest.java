package anima.sync.room;

import static org.assertj.core.api.Assertions.assertThat;

import anima.sync.Meadow;
import anima.sync.store.PastEvent;
import anima.sync.store.StoreLimits;
import anima.sync.store.WorldStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final int ROUNDS = 20;

  /** Acknowledgements after which a child may be killed, some at once, some later. */
  private static final int LINES_MAX = 40;

  private static final Pattern WORD = Pattern.compile("\"text\":\"(\\d+:\\d+)\"");

  @TempDir Path folder;

  @Test
  void nothing_acknowledged_is_lost_or_doubled_over_twenty_kills() throws Exception {
    Random random = new Random(11);
    List<Long> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.add(runAndKill(round, 1 + random.nextInt(LINES_MAX)));
    }
    List<String> words = storedWords();
    Set<String> distinct = new HashSet<>(words);
    assertThat(words).as("doubled").hasSameSizeAs(distinct);
    List<String> lost = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (long sequence = 1; sequence <= acknowledged.get(round); sequence++) {
        if (!distinct.contains(round + ":" + sequence)) {
          lost.add(round + ":" + sequence);
        }
      }
    }
    assertThat(lost).as("acknowledged, yet not stored").isEmpty();
  }

  /** Lets a child write until it has told of some acknowledgements; returns the last it told. */
  private long runAndKill(int round, int lines) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                folder.toString(),
                String.valueOf(round))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      long last = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("\\d+")) {
          last = Long.parseLong(line);
          if (--lines == 0) {
            // By its handle: the process itself would close the stream that holds its last words.
            child.toHandle().destroyForcibly();
          }
        }
      }
      assertThat(last).as("acknowledged in round " + round).isPositive();
      return last;
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private List<String> storedWords() throws Exception {
    List<String> words = new ArrayList<>();
    try (WorldStore store = WorldStore.open(folder, Meadow.PLACE.id(), StoreLimits.DEFAULT)) {
      for (PastEvent event : store.history(Integer.MAX_VALUE)) {
        Matcher matcher = WORD.matcher(event.json());
        if (event.kind().equals("Said") && matcher.find()) {
          words.add(matcher.group(1));
        }
      }
    }
    return words;
  }
}
