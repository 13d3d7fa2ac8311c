package anima.brain.llm.schedule;

import anima.brain.llm.Llm;
import anima.brain.llm.LlmSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * The work of a scheduler, step by step: in each step texts may join and leave, one of those that
 * are behind reads a part of what it has to read, and all others go on by one token in one run of
 * the graph. Owned by one thread.
 */
final class StepLoop {
  /** Tokens that one text reads in a step while others write: bounds how long those stand still. */
  static final int SHARED_CHUNK_TOKENS = 32;

  /** A text with so many known tokens reads them in a run of its own; with fewer, beside others. */
  static final int OWN_RUN_TOKENS = 4;

  /** A text that gave its slot away so often keeps it. */
  static final int YIELDS_MAX = 2;

  private final Llm llm;
  private final SchedulerOptions options;
  private final Decoder decoder;
  private final WaitingLine line;
  private final Executor maskWorker;
  private final LongSupplier nanoTime;
  private final PrefixCache prefixes;
  private final RunCosts costs = new RunCosts();
  private final List<Sequence> active = new ArrayList<>();

  StepLoop(
      Llm llm,
      SchedulerOptions options,
      Decoder decoder,
      WaitingLine line,
      Executor maskWorker,
      LongSupplier nanoTime) {
    this.llm = llm;
    this.options = options;
    this.decoder = decoder;
    this.line = line;
    this.maskWorker = maskWorker;
    this.nanoTime = nanoTime;
    this.prefixes = new PrefixCache(options.prefixBytes(), llm.tokenBytes());
  }

  /** A text to be, which may then line up. Any thread. */
  Sequence newSequence(GenerateRequest request, long number) {
    return new Sequence(request, number, nanoTime.getAsLong(), llm.contextTokens(), costs);
  }

  /** Whether texts have slots. */
  boolean active() {
    return !active.isEmpty();
  }

  PrefixFigures prefixFigures() {
    return prefixes.figures();
  }

  /** Makes one step; false when there was nothing to do. */
  boolean step() {
    endUnwanted();
    admit();
    if (active.isEmpty()) {
      return false;
    }
    List<Sequence> turn = Turns.next(active, nanoTime.getAsLong());
    List<Sequence> reading = new ArrayList<>();
    List<Sequence> writing = new ArrayList<>();
    int ownRun = turn.size() == 1 ? 2 : OWN_RUN_TOKENS;
    for (Sequence sequence : turn) {
      (sequence.behind() >= ownRun ? reading : writing).add(sequence);
    }
    if (!reading.isEmpty()) {
      Sequence first = reading.get(0);
      guarded(first, () -> read(first, writing.isEmpty()));
    }
    if (writing.size() == 1 && reading.isEmpty()) {
      Sequence only = writing.get(0);
      guarded(only, () -> writeAlone(only));
    } else if (!writing.isEmpty()) {
      writeTogether(writing);
    }
    return true;
  }

  /** Ends all, for one reason. */
  void endAll(StopReason reason, String failure) {
    List.copyOf(active).forEach(sequence -> end(sequence, reason, Optional.of(failure)));
    for (Sequence sequence : line.takeAll()) {
      sequence.settle(reason, Optional.of(failure), nanoTime.getAsLong());
    }
  }

  private void endUnwanted() {
    for (Sequence gone : line.takeUnwanted()) {
      gone.settle(StopReason.CANCELLED, Optional.empty(), nanoTime.getAsLong());
    }
    for (Sequence sequence : List.copyOf(active)) {
      if (sequence.generation.unwanted()) {
        end(sequence, StopReason.CANCELLED, Optional.empty());
      }
    }
  }

  private void admit() {
    while (true) {
      Optional<Sequence> next =
          active.size() < options.slots()
              ? line.first(nanoTime.getAsLong())
              : line.mostUrgent().filter(this::claimSlot);
      if (next.isEmpty()) {
        return;
      }
      line.remove(next.get());
      start(next.get());
    }
  }

  /** Makes the newest of the least urgent ones give way, if there is one that must. */
  private boolean claimSlot(Sequence next) {
    Optional<Sequence> yielding =
        active.stream()
            .filter(sequence -> sequence.heldRank() > next.request.rank().place())
            .filter(sequence -> sequence.yields() < YIELDS_MAX)
            .max(
                Comparator.comparingLong(Sequence::heldRank)
                    .thenComparingLong(sequence -> sequence.number));
    yielding.ifPresent(this::giveWay);
    return yielding.isPresent();
  }

  private void start(Sequence sequence) {
    active.add(sequence);
    guarded(sequence, () -> sequence.start(llm.newSession(), maskWorker, nanoTime.getAsLong()));
  }

  private void giveWay(Sequence sequence) {
    sequence.gaveWay(nanoTime.getAsLong());
    leave(sequence, true);
    line.rejoin(sequence);
  }

  private void leave(Sequence sequence, boolean sound) {
    active.remove(sequence);
    Optional<LlmSession> left = sequence.leave();
    if (left.isPresent()) {
      try (LlmSession session = left.get()) {
        if (sound && session.position() > 0) {
          prefixes.keep(session);
        }
      }
    }
  }

  private void end(Sequence sequence, StopReason reason, Optional<String> failure) {
    leave(sequence, reason != StopReason.FAILED && reason != StopReason.CLOSED);
    sequence.settle(reason, failure, nanoTime.getAsLong());
  }

  /** What fails here ends this text and no other. */
  private void guarded(Sequence sequence, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      end(sequence, StopReason.FAILED, Optional.of("The text failed: " + failed));
      return;
    }
    sequence.ended().ifPresent(reason -> end(sequence, reason, Optional.empty()));
  }

  private void read(Sequence sequence, boolean alone) {
    sequence.restoreFrom(prefixes);
    LlmSession session = sequence.session();
    int tokensMax = alone ? LlmSession.RUN_TOKENS_MAX : SHARED_CHUNK_TOKENS;
    int begin = session.position();
    int end = Math.min(sequence.text.size(), begin + tokensMax);
    float[] logits = session.prefill(sequence.text.range(begin, end));
    if (end == sequence.text.size()) {
      boolean prompt = sequence.written() == 0;
      sequence.advance(logits, nanoTime.getAsLong());
      if (prompt) {
        // At once, for those who wait with the same beginning.
        prefixes.keep(session);
      }
    }
  }

  private void writeAlone(Sequence sequence) {
    DraftLength draftLength = sequence.draftLength;
    int draftMax = Math.min(draftLength.next(options.draftTokensMax()), sequence.writable() - 1);
    int[] draft = PromptLookup.guess(sequence.text, draftMax);
    int base = sequence.session().position();
    long begin = nanoTime.getAsLong();
    if (draft.length == 0) {
      float[] logits = sequence.session().decode(sequence.text.get(base));
      costs.ran(0, nanoTime.getAsLong() - begin);
      sequence.advance(logits, nanoTime.getAsLong());
      return;
    }
    int[] run = new int[draft.length + 1];
    run[0] = sequence.text.get(base);
    System.arraycopy(draft, 0, run, 1, draft.length);
    float[][] rows = sequence.session().prefillAll(run);
    costs.ran(draft.length, nanoTime.getAsLong() - begin);
    int right = 0;
    sequence.advance(rows[0], nanoTime.getAsLong());
    while (right < draft.length
        && base + 1 + right < sequence.text.size()
        && sequence.text.get(base + 1 + right) == draft[right]) {
      right++;
      if (base + 1 + right == sequence.text.size() && sequence.ended().isEmpty()) {
        sequence.advance(rows[right], nanoTime.getAsLong());
      }
    }
    sequence.session().truncate(base + 1 + right);
    sequence.draftedTokens += draft.length;
    sequence.acceptedTokens += right;
    draftLength.guessed(draft.length, right);
  }

  private void writeTogether(List<Sequence> writing) {
    List<LlmSession> sessions = writing.stream().map(Sequence::session).toList();
    int[] positions = sessions.stream().mapToInt(LlmSession::position).toArray();
    int[] ids = new int[writing.size()];
    Arrays.setAll(ids, i -> writing.get(i).text.get(positions[i]));
    float[][] logits;
    try {
      logits = decoder.decode(sessions, ids);
    } catch (RuntimeException oneFailed) {
      // Nobody knows which; each for itself then.
      for (int i = 0; i < ids.length; i++) {
        Sequence sequence = writing.get(i);
        int position = positions[i];
        guarded(sequence, () -> write(sequence, position));
      }
      return;
    }
    for (int i = 0; i < ids.length; i++) {
      Sequence sequence = writing.get(i);
      float[] row = logits[i];
      guarded(sequence, () -> advanceIfRead(sequence, row));
    }
  }

  private void write(Sequence sequence, int position) {
    LlmSession session = sequence.session();
    session.truncate(position);
    advanceIfRead(sequence, session.decode(sequence.text.get(position)));
  }

  private void advanceIfRead(Sequence sequence, float[] logits) {
    if (sequence.behind() == 0) {
      sequence.advance(logits, nanoTime.getAsLong());
    }
  }
}
