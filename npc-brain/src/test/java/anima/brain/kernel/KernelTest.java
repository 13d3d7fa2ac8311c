package anima.brain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.kernel.Outcome.Cause;
import anima.brain.language.Decider;
import anima.brain.language.Decision;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KernelTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> order = new ArrayList<>();

  /** A test double: notes what it is asked and answers with the same words. */
  private final Decider echo =
      (situation, seed, cancelled) -> {
        order.add(situation.text());
        return new Decision(List.of(), situation.text(), "", 0, 0);
      };

  @Test
  void a_waiting_player_goes_before_others_and_equals_go_as_they_came() {
    Kernel kernel = new Kernel(echo, nanos::get);
    kernel.ask(request("idle", Urgency.BACKGROUND));
    kernel.ask(request("neighbour", Urgency.FOLLOW_UP));
    kernel.ask(request("first", Urgency.PLAYER_WAITS));
    kernel.ask(request("second", Urgency.PLAYER_WAITS));
    drain(kernel);
    assertThat(order).containsExactly("first", "second", "neighbour", "idle");
  }

  @Test
  void waiting_raises_the_rank_so_that_nobody_waits_for_ever() {
    Kernel kernel = new Kernel(echo, nanos::get);
    kernel.ask(request("idle", Urgency.BACKGROUND));
    nanos.addAndGet(2 * Waiting.AGING_NANOS);
    kernel.ask(request("player", Urgency.PLAYER_WAITS));
    drain(kernel);
    assertThat(order).containsExactly("idle", "player");
  }

  @Test
  void what_waited_beyond_its_patience_is_given_up() {
    Kernel kernel = new Kernel(echo, nanos::get);
    Ticket ticket = kernel.ask(request("late", Urgency.PLAYER_WAITS));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
    drain(kernel);
    assertThat(order).isEmpty();
    assertThat(cause(ticket)).isEqualTo(Cause.TOO_LATE);
  }

  @Test
  void a_full_queue_drops_the_newest_of_the_least_urgent_and_never_a_player() {
    Kernel kernel = new Kernel(echo, nanos::get);
    List<Ticket> idle = new ArrayList<>();
    for (int i = 0; i < Kernel.WAITING_MAX; i++) {
      idle.add(kernel.ask(request("idle " + i, Urgency.BACKGROUND)));
    }
    Ticket another = kernel.ask(request("one more", Urgency.BACKGROUND));
    Ticket player = kernel.ask(request("player", Urgency.PLAYER_WAITS));
    assertThat(cause(another)).isEqualTo(Cause.CROWDED_OUT);
    assertThat(cause(idle.get(Kernel.WAITING_MAX - 1))).isEqualTo(Cause.CROWDED_OUT);
    drain(kernel);
    assertThat(order).startsWith("player").hasSize(Kernel.WAITING_MAX);
    assertThat(player.outcome()).get().isInstanceOf(Outcome.Decided.class);
  }

  @Test
  void background_thinking_gives_way_to_a_player_between_tokens_and_is_taken_up_again() {
    List<Kernel> self = new ArrayList<>();
    Decider interrupted =
        (situation, seed, cancelled) -> {
          if (order.isEmpty()) {
            order.add("begun");
            self.get(0).ask(request("player", Urgency.PLAYER_WAITS));
            assertThat(cancelled.getAsBoolean()).isTrue();
            throw new CancellationException();
          }
          return echo.decide(situation, seed, cancelled);
        };
    Kernel kernel = new Kernel(interrupted, nanos::get);
    self.add(kernel);
    Ticket idle = kernel.ask(request("idle", Urgency.BACKGROUND));
    drain(kernel);
    assertThat(order).containsExactly("begun", "player", "idle");
    assertThat(idle.outcome()).get().isInstanceOf(Outcome.Decided.class);
  }

  @Test
  void a_cancelled_request_is_not_thought_about() {
    Kernel kernel = new Kernel(echo, nanos::get);
    Ticket ticket = kernel.ask(request("never mind", Urgency.PLAYER_WAITS));
    ticket.cancel();
    drain(kernel);
    assertThat(order).isEmpty();
    assertThat(cause(ticket)).isEqualTo(Cause.CANCELLED);
  }

  @Test
  void a_failing_model_is_an_outcome_and_the_next_request_is_answered() {
    Decider failing =
        (situation, seed, cancelled) -> {
          if (situation.text().equals("bad")) {
            throw new IllegalStateException("no weights");
          }
          return echo.decide(situation, seed, cancelled);
        };
    Kernel kernel = new Kernel(failing, nanos::get);
    Ticket bad = kernel.ask(request("bad", Urgency.PLAYER_WAITS));
    Ticket good = kernel.ask(request("good", Urgency.PLAYER_WAITS));
    drain(kernel);
    assertThat(cause(bad)).isEqualTo(Cause.FAILED);
    assertThat(good.outcome()).get().isInstanceOf(Outcome.Decided.class);
  }

  @Test
  void each_outcome_can_be_explained_and_only_the_last_ones_are_kept() {
    Kernel kernel = new Kernel(echo, nanos::get);
    for (int i = 0; i < Traces.KEPT_MAX + 5; i++) {
      kernel.ask(request("line " + i, Urgency.PLAYER_WAITS));
      kernel.runNext();
    }
    List<Trace> why = kernel.why("Mira");
    assertThat(why).hasSize(Traces.KEPT_MAX);
    assertThat(why.get(0).situation().text()).isEqualTo("line 5");
    assertThat(kernel.why("Tom")).isEmpty();
  }

  @Test
  void closing_its_thread_stops_a_running_thought() throws InterruptedException {
    CountDownLatch thinking = new CountDownLatch(1);
    Decider endless =
        (situation, seed, cancelled) -> {
          thinking.countDown();
          while (!cancelled.getAsBoolean()) {
            Thread.onSpinWait();
          }
          throw new CancellationException();
        };
    Kernel kernel = new Kernel(endless, System::nanoTime);
    KernelThread thread = KernelThread.start(kernel);
    Ticket ticket = kernel.ask(request("for ever", Urgency.PLAYER_WAITS));
    assertThat(thinking.await(60, TimeUnit.SECONDS)).isTrue();
    thread.close();
    assertThat(cause(ticket)).isEqualTo(Cause.CANCELLED);
  }

  private static void drain(Kernel kernel) {
    while (kernel.runNext()) {
      // Until nothing waits.
    }
    assertThat(kernel.idle()).isTrue();
  }

  private static Cause cause(Ticket ticket) {
    return ((Outcome.GivenUp) ticket.outcome().orElseThrow()).cause();
  }

  private static Request request(String text, Urgency urgency) {
    return new Request("Mira", urgency, situation(text), 1, Duration.ofSeconds(60));
  }

  private static Situation situation(String text) {
    return new Situation(
        Language.EN,
        new Self(new Label("Mira", "米拉"), new Label("baker", "面包师"), Mood.CALM),
        "square",
        9,
        Weather.CLEAR,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Situation.Abilities(true, false, true),
        List.of(),
        text);
  }
}
