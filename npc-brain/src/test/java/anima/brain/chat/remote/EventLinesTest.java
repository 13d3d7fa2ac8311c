package anima.brain.chat.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EventLinesTest {
  private static List<String> events(String text, int piece) {
    EventLines lines = new EventLines();
    List<String> events = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at += piece) {
      events.addAll(lines.take(ByteBuffer.wrap(bytes, at, Math.min(piece, bytes.length - at))));
    }
    events.addAll(lines.finish());
    return events;
  }

  private static void check(String text, String... expected) {
    for (int piece = 1; piece < 9; piece++) {
      assertThat(events(text, piece)).as(text + " by " + piece).containsExactly(expected);
    }
  }

  @Test
  void events_are_the_same_however_their_bytes_are_cut() {
    check("data: a\n\ndata: b\n\n", "a", "b");
    check("data:a\r\n\r\ndata: 米拉🌅\r\rdata:  c\n\n", "a", "米拉🌅", " c");
    check("data: a\ndata: b\n\n", "a\nb");
    check(": comment\n\nevent: x\nid: 1\nretry: 5\ndata: a\n\n", "a");
    check("data\n\ndata:\n\n", "", "");
    check("\ufeffdata: a\n\n", "a");
    check("data: the last one lacks its end", "the last one lacks its end");
    check("datum: a\n\n\n\n");
    check("");
  }

  @Test
  void nothing_that_is_sent_breaks_it() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) "data: \r\n{}\u00ff\u0000".charAt(random.nextInt(12));
      }
      EventLines lines = new EventLines();
      lines.take(ByteBuffer.wrap(bytes));
      assertThat(lines.finish()).allMatch(event -> event.length() <= 64);
    }
  }
}
