package anima.sync.room;

import anima.sync.Meadow;
import anima.sync.store.StoreLimits;
import anima.sync.store.WorldStore;
import anima.world.Action;
import anima.world.Loudness;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * A room that talks to itself as fast as it can and prints how far it was acknowledged, until it is
 * killed. Arguments: folder of the world, number of the round.
 */
final class CrashChild {
  /** Unacknowledged words at a time: fewer than the store keeps waiting. */
  private static final int AHEAD_MAX = 64;

  private CrashChild() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String round = args[1];
    Room room =
        Room.open(
            Meadow.GROUND,
            7,
            WorldStore.open(folder, Meadow.PLACE.id(), StoreLimits.DEFAULT),
            new Random(Long.parseLong(round)));
    var entry = LoopbackSession.join(room, Meadow.visitor("Ada" + round));
    while (!entry.isDone()) {
      room.tick();
    }
    talk(room, entry.get(), round, System.out);
  }

  private static void talk(Room room, LoopbackSession ada, String round, PrintStream out) {
    long said = 0;
    long acknowledged = 0;
    while (ada.ended().isEmpty()) {
      for (int i = 0; i < Inbox.ACTIONS_PER_TICK_MAX && said - acknowledged < AHEAD_MAX; i++) {
        String word = round + ":" + (said + 1);
        said = ada.submit(new Action.Say(ada.self(), word, Loudness.WHISPER, Optional.empty()));
      }
      room.tick();
      ada.drain();
      if (ada.acknowledged() > acknowledged) {
        acknowledged = ada.acknowledged();
        out.println(acknowledged);
        out.flush();
      }
    }
  }
}
