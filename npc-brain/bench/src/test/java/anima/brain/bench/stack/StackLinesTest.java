package anima.brain.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackLinesTest {
  @Test
  void a_request_is_read_as_it_was_written() {
    for (StackRequest request :
        List.of(
            StackRequest.decode(16, 64, 32),
            StackRequest.prefill(512),
            StackRequest.warm(480, 32),
            StackRequest.logits(64))) {
      assertThat(StackRequest.parse(request.line())).isEqualTo(request);
    }
  }

  @Test
  void a_request_of_too_much_or_of_nothing_known_is_refused() {
    assertThatThrownBy(() -> StackRequest.parse("prefill 100000 0 0"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StackRequest.parse("sing 1 2 3"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StackRequest.parse("prefill"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_reply_is_read_as_it_was_written_and_noise_of_libraries_is_not() {
    assertThat(StackReply.parse(StackReply.seconds(0.25).line()))
        .hasValueSatisfying(reply -> assertThat(reply.seconds()).isEqualTo(0.25));
    assertThat(StackReply.parse(StackReply.logits(1.5f, -2).line()))
        .hasValueSatisfying(reply -> assertThat(reply.logits()).containsExactly(1.5f, -2f));
    assertThat(StackReply.parse(StackReply.ready("here").line()))
        .hasValueSatisfying(reply -> assertThat(reply.ready()).isEqualTo("here"));
    assertThat(StackReply.parse("ggml: using AMX")).isEmpty();
    assertThat(StackReply.parse("anima-bench {\"seconds\":")).isEmpty();
  }

  @Test
  void a_failure_is_one_line_of_bounded_length() {
    StackReply reply = StackReply.failed(new IllegalStateException("a\nb ".repeat(1000)));
    assertThat(reply.failed()).startsWith("a b a").doesNotContain("\n").hasSizeLessThan(400);
    assertThat(StackReply.failed(new StackOverflowError()).failed())
        .isEqualTo("StackOverflowError");
  }
}
