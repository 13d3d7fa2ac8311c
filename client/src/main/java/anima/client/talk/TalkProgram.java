package anima.client.talk;

import anima.client.local.FailureException;
import anima.client.local.LocalWorld;
import anima.world.Language;
import anima.world.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Talks with a world in a terminal until the person or the script has had enough. */
public final class TalkProgram {
  private static final long HEAR_MILLIS = 50;

  private TalkProgram() {}

  /**
   * Runs a script in a world that is stepped by it; closes the world.
   *
   * @param in buffered by the caller
   * @return the exit code: 0 after the last line, 1 when the world ended before
   */
  public static int script(
      LocalWorld world, String name, Language language, Reader in, PrintStream out)
      throws FailureException {
    Door door = open(world, name);
    return run(door, new PlainTerminal(in, out), language);
  }

  private static Door open(LocalWorld world, String name) throws FailureException {
    try {
      return new LocalDoor(world, world.join(name));
    } catch (FailureException failure) {
      world.close();
      throw failure;
    }
  }

  /** Runs a script in a world that runs by itself; {@code closing} is run in the end. */
  public static int script(
      Session session, Language language, Reader in, PrintStream out, Runnable closing) {
    Door door = new LiveDoor(session, Optional.empty(), closing);
    return run(door, new PlainTerminal(in, out), language);
  }

  private static int run(Door door, Terminal terminal, Language language) {
    try (door;
        terminal) {
      return new Talk(door, terminal, new Wording(language)).run() ? 0 : 1;
    }
  }

  /**
   * Gives a person a prompt in a world that runs by itself.
   *
   * @param world when it runs in this program
   * @param closing what to close after the session
   */
  public static int prompt(
      Session session, Optional<LocalWorld> world, Language language, Runnable closing)
      throws FailureException {
    Wording wording = new Wording(language);
    Completion completion = new Completion();
    try (Door door = new LiveDoor(session, world, closing);
        Terminal terminal = JLineTerminal.open(completion::words)) {
      Talk talk = new Talk(door, terminal, wording);
      completion.follow(talk);
      terminal.print(wording.say("/help lists what you can do.", "输入 /help 查看能做什么。"));
      ScheduledExecutorService hearing =
          Executors.newSingleThreadScheduledExecutor(TalkProgram::daemon);
      var unused =
          hearing.scheduleWithFixedDelay(talk::hear, 0, HEAR_MILLIS, TimeUnit.MILLISECONDS);
      try {
        return talk.run() ? 0 : 1;
      } finally {
        hearing.shutdownNow();
      }
    } catch (IOException failure) {
      throw new FailureException("The terminal cannot be used: " + failure.getMessage() + ".");
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "anima-talk");
    thread.setDaemon(true);
    return thread;
  }
}
