package anima.brain.llm.schedule;

import anima.brain.llm.Llm;
import anima.brain.llm.engine.ThreadNice;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Writes many texts with one model at once. One thread of low priority owns all sessions; requests
 * join and leave between two steps of the graph. {@link #submit} may be called from any thread.
 */
public final class LlmScheduler implements AutoCloseable {
  private final Llm llm;
  private final PacedSteps steps;
  private final LongSupplier nanoTime;
  private final WaitingLine line;
  private final ThreadPoolExecutor maskWorker;
  private final StepLoop loop;
  private final AtomicLong number = new AtomicLong();

  /** How the prefix cache does, for those who ask from other threads. */
  private volatile PrefixFigures prefixFigures = PrefixFigures.NONE;

  private final Thread thread = new Thread(this::run, "anima-llm");

  // The priority is a courtesy to whoever draws and ticks; nothing depends on its being kept.
  @SuppressWarnings("ThreadPriorityCheck")
  private LlmScheduler(Llm llm, SchedulerOptions options, Pace pace, LongSupplier nanoTime) {
    this.llm = llm;
    this.steps = new PacedSteps(pace, nanoTime);
    this.nanoTime = nanoTime;
    SchedulerOptions shared = options.withSlots(Math.min(options.slots(), llm.slotsMax()));
    this.line = new WaitingLine(options.waitingMax());
    this.maskWorker = newMaskWorker(shared.slots());
    this.loop = new StepLoop(llm, shared, llm::decode, line, maskWorker, nanoTime);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  /** A text has one look at its mask under way; should the queue be full, it is taken here. */
  private static ThreadPoolExecutor newMaskWorker(int slots) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(2 * slots),
        work -> {
          Thread worker = new Thread(work, "anima-llm-masks");
          worker.setDaemon(true);
          return worker;
        },
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Starts to schedule; the model must stay open until the scheduler is closed. */
  public static LlmScheduler start(Llm llm, SchedulerOptions options, Pace pace) {
    LlmScheduler scheduler = new LlmScheduler(llm, options, pace, System::nanoTime);
    scheduler.thread.start();
    return scheduler;
  }

  /** Asks for a text; never blocks. What cannot be done is told as the outcome. */
  public Generation submit(GenerateRequest request) {
    long now = nanoTime.getAsLong();
    Sequence sequence = loop.newSequence(request, number.getAndIncrement());
    if (request.promptTokens() > llm.contextTokens()) {
      String sentence =
          "The prompt has %d tokens, more than the context of %d."
              .formatted(request.promptTokens(), llm.contextTokens());
      sequence.settle(StopReason.CONTEXT_FULL, Optional.of(sentence), now);
    } else {
      line.join(sequence).ifPresent(victim -> turnAway(victim, now));
    }
    return sequence.generation;
  }

  /** How much did not have to be computed again, as of the last step. */
  public PrefixFigures prefixFigures() {
    return prefixFigures;
  }

  private void turnAway(Sequence victim, long now) {
    if (line.closed()) {
      victim.settle(StopReason.CLOSED, Optional.of("The model was closed."), now);
    } else {
      victim.settle(StopReason.CROWDED_OUT, Optional.of("Too many requests were as urgent."), now);
    }
  }

  private void run() {
    StopReason reason = StopReason.CLOSED;
    String sentence = "The model was closed.";
    ThreadNice.lower();
    try {
      while (!line.closed()) {
        line.awaitUnless(loop::active);
        steps.step(loop::step);
        prefixFigures = loop.prefixFigures();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error failure) {
      reason = StopReason.FAILED;
      sentence = "The scheduler failed: " + failure;
      throw failure;
    } finally {
      line.close();
      loop.endAll(reason, sentence);
      maskWorker.shutdownNow();
    }
  }

  /**
   * Ends all texts within one step, tells their askers, and waits for the end of that step, because
   * the model must not be freed under it. Not for listeners, on whose thread that step runs.
   */
  @Override
  public void close() {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a listener cannot close the scheduler that it hears");
    }
    line.close();
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
