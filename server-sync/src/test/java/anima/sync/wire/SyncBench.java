package anima.sync.wire;

import anima.sync.EmbeddedServer;
import anima.sync.Meadow;
import anima.sync.SyncOptions;
import anima.sync.room.RoomLoop;
import anima.sync.room.Ticker;
import anima.sync.store.StoreLimits;
import anima.world.Action;
import anima.world.Loudness;
import anima.world.Session;
import anima.world.Vec3;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Prints what a room costs: bots over WSS that walk about and talk, and words that become durable.
 * Arguments: number of bots, seconds.
 */
final class SyncBench {
  private SyncBench() {}

  public static void main(String[] args) throws Exception {
    int bots = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Path folder = Files.createTempDirectory("anima-bench");
    TimedTicker ticker = new TimedTicker();
    SyncOptions options = new SyncOptions(7, StoreLimits.DEFAULT, new Random(1), ticker);
    try (EmbeddedServer server =
            EmbeddedServer.open(folder.resolve("world"), Meadow.PLACE, options);
        Client client = new Client(folder.resolve("known_hosts"))) {
      int port = server.listen(new ServerOptions(0, folder.resolve("world"), Optional.empty()));
      try (CountingProxy proxy = new CountingProxy(new ServerAddress("localhost", port))) {
        walk(client, proxy, ticker, bots, seconds, System.out);
      }
      speak(server, seconds, System.out);
    }
  }

  private static void walk(
      Client client,
      CountingProxy proxy,
      TimedTicker ticker,
      int bots,
      int seconds,
      PrintStream out)
      throws Exception {
    List<NetworkSession> sessions = new ArrayList<>();
    for (int i = 0; i < bots; i++) {
      sessions.add(client.join(proxy.address(), Meadow.visitor("Bot " + i)));
    }
    Random random = new Random(3);
    ticker.reset();
    proxy.toClients.set(0);
    proxy.toServer.set(0);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds)) {
      for (NetworkSession bot : sessions) {
        bot.drain();
        Vec3 velocity = new Vec3(random.nextDouble() * 4 - 2, 0, random.nextDouble() * 4 - 2);
        bot.submit(new Action.Walk(bot.self(), velocity, 0));
        if (random.nextInt(20) == 0) {
          bot.submit(say(bot, "Good morning to everyone here"));
        }
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    double took = (System.nanoTime() - begin) / 1e9;
    out.printf(
        "%d bots in one 64 m place: %.1f kB/s to each client, %.2f kB/s from it (TLS included)%n",
        bots,
        proxy.toClients.get() / took / bots / 1000,
        proxy.toServer.get() / took / bots / 1000);
    out.println(ticker.report(took));
    sessions.forEach(NetworkSession::close);
  }

  private static void speak(EmbeddedServer server, int seconds, PrintStream out) throws Exception {
    List<Session> speakers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      speakers.add(server.join(Meadow.visitor("Speaker " + i)));
    }
    long begin = System.nanoTime();
    long submitted = 0;
    while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds)) {
      for (Session speaker : speakers) {
        speaker.drain();
        while (submitted % 8 != 7) {
          speaker.submit(say(speaker, "word"));
          submitted++;
        }
        submitted++;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    long acknowledged = speakers.stream().mapToLong(Session::acknowledged).sum();
    out.printf(
        "16 speakers over loopback: %.0f words a second acknowledged as durable%n",
        acknowledged / ((System.nanoTime() - begin) / 1e9));
  }

  private static Action say(Session session, String text) {
    return new Action.Say(session.self(), text, Loudness.NORMAL, Optional.empty());
  }

  /** The machine's time, which notes how long each tick took: from one wait to the next. */
  private static final class TimedTicker implements Ticker {
    private final Ticker system = Ticker.system();
    private final List<Long> tookNanos = new ArrayList<>();
    private long woke;

    @Override
    public long nanos() {
      return system.nanos();
    }

    @Override
    public void waitUntil(long nanos) throws InterruptedException {
      synchronized (this) {
        if (woke != 0) {
          tookNanos.add(system.nanos() - woke);
        }
      }
      system.waitUntil(nanos);
      synchronized (this) {
        woke = system.nanos();
      }
    }

    synchronized void reset() {
      tookNanos.clear();
    }

    synchronized String report(double seconds) {
      long[] sorted = tookNanos.stream().mapToLong(Long::longValue).sorted().toArray();
      double sum = Arrays.stream(sorted).sum() / 1e6;
      return String.format(
          "ticks: %d in %.1f s (%d Hz wanted), mean %.2f ms, p50 %.2f, p95 %.2f, max %.2f",
          sorted.length,
          seconds,
          RoomLoop.TICK_HZ,
          sum / sorted.length,
          sorted[sorted.length / 2] / 1e6,
          sorted[sorted.length * 95 / 100] / 1e6,
          sorted[sorted.length - 1] / 1e6);
    }
  }
}
