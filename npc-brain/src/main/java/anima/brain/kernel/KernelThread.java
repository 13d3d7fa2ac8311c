package anima.brain.kernel;

import anima.brain.llm.engine.ThreadNice;

/**
 * The one thread on which the model thinks, at low priority, so that drawing and ticking go first.
 */
public final class KernelThread implements AutoCloseable {
  private static final long NAP_MILLIS = 500;
  private static final long CLOSE_MILLIS_MAX = 5_000;

  private final Kernel kernel;
  private final Thread thread = new Thread(this::run, "anima-kernel");
  private volatile boolean closed;

  // The priority is a courtesy to whoever draws and ticks; nothing depends on its being kept.
  @SuppressWarnings("ThreadPriorityCheck")
  private KernelThread(Kernel kernel) {
    this.kernel = kernel;
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
  }

  public static KernelThread start(Kernel kernel) {
    KernelThread worker = new KernelThread(kernel);
    worker.thread.start();
    return worker;
  }

  /** Stops thinking, and waits until the model is no longer in use. */
  @Override
  public void close() {
    closed = true;
    kernel.stop();
    try {
      thread.join(CLOSE_MILLIS_MAX);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    ThreadNice.lower();
    try {
      while (!closed) {
        if (kernel.await(NAP_MILLIS)) {
          kernel.runNext();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
