package anima.world;

import anima.world.json.Bounds;
import anima.world.json.JsonFault;
import anima.world.json.Length;
import anima.world.json.RecordJson;
import java.util.List;

/**
 * The whole state of a world after a tick, immutable: a world restored from it goes on exactly as
 * the one it was taken from. Its JSON text survives the round trip exactly.
 *
 * @param version of this form; one that is not known is refused
 * @param place id of the place that the world stands on
 * @param nextId the least id that was never given away
 * @param random state of the weather's chance
 */
public record WorldSnapshot(
    @Bounds(min = VERSION, max = VERSION) int version,
    @Length(min = 1, max = 32) String place,
    @Bounds(min = 0, max = 1e15) long tick,
    @Bounds(min = 1, max = 1e15) long nextId,
    long random,
    Weather weather,
    List<Offer> offers,
    List<Being> beings) {
  /** The form that this program writes and reads. */
  public static final int VERSION = 1;

  /** Longest text that is read, in UTF-16 units. */
  public static final int TEXT_LENGTH_MAX = 256 << 20;

  public WorldSnapshot {
    offers = List.copyOf(offers);
    beings = List.copyOf(beings);
  }

  /** An entity as it is stored. */
  public record Being(EntityId id, @Length(max = 32) List<Component> components) {
    public Being {
      components = List.copyOf(components);
    }
  }

  /** JSON on one line; equal snapshots give equal text. Any thread. */
  public String toJson() {
    return RecordJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param source what to call the text in a fault
   */
  public static WorldSnapshot fromJson(String source, String text) throws JsonFault {
    return RecordJson.read(WorldSnapshot.class, source, text, TEXT_LENGTH_MAX);
  }
}
