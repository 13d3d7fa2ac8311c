package anima.brain.llm.engine;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Lets threads give way to all others of the machine. Java's own priorities have no effect on
 * Linux; there each thread has a nice value, which the threads that it starts inherit, those of
 * native libraries too. Elsewhere this does nothing, and nothing depends on it.
 */
public final class ThreadNice {
  /** Of a thread that thinks: it gets about a tenth of a core that another thread wants too. */
  public static final int THINKING = 10;

  /** The arguments of setpriority: a thread, the calling one. */
  private static final int PRIO_PROCESS = 0;

  private static final int CALLING_THREAD = 0;

  private ThreadNice() {}

  /** Makes the calling thread give way; it cannot be raised again. */
  public static void lower() {
    if (!Platform.isLinux()) {
      return;
    }
    try (NativeLibrary process = NativeLibrary.getProcess()) {
      process
          .getFunction("setpriority")
          .invokeInt(new Object[] {PRIO_PROCESS, CALLING_THREAD, THINKING});
    } catch (UnsatisfiedLinkError foreign) {
      // A C library without it; the machine then shares its cores evenly.
      return;
    }
  }

  /**
   * Does some work on a thread that gives way, so that the threads it starts do so too.
   *
   * @throws ExecutionException with what the work threw, if that is checked
   */
  public static <T> T call(Callable<T> work) throws ExecutionException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              lower();
              return work.call();
            });
    new Thread(task, "anima-thinking-start").start();
    boolean interrupted = false;
    while (true) {
      try {
        return task.get();
      } catch (InterruptedException later) {
        // The work cannot be broken off.
        interrupted = true;
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
          throw error;
        }
        if (failed.getCause() instanceof RuntimeException unchecked) {
          throw unchecked;
        }
        throw failed;
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
