package anima.brain.mind;

import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Mood;
import anima.world.Vec3;
import anima.world.place.Inhabitant;
import anima.world.place.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a mind is, as it knows itself.
 *
 * @param key under which its memories are kept
 * @param traits what it does or does not do by nature
 * @param home landmark where it spends the night
 * @param workplace where it spends the day
 * @param sells price in coins that it asks for one of each kind
 * @param story sentences about its own life
 * @param news sentences of gossip
 * @param work tasks that it can offer
 */
public record Profile(
    String key,
    Label name,
    Label trade,
    Mood mood,
    Traits traits,
    Optional<String> home,
    Optional<Vec3> workplace,
    Map<GoodsId, Long> sells,
    List<Line> story,
    List<Line> news,
    List<Line> work) {
  public Profile {
    sells = Map.copyOf(sells);
    story = List.copyOf(story);
    news = List.copyOf(news);
    work = List.copyOf(work);
  }

  /** Someone who lives in the place, as its file describes them. */
  public static Profile of(Inhabitant inhabitant) {
    return new Profile(
        inhabitant.id(),
        inhabitant.name(),
        inhabitant.trade(),
        inhabitant.mood(),
        Traits.USUAL,
        Optional.of(inhabitant.home()),
        Optional.of(new Vec3(inhabitant.x(), 0, inhabitant.z())),
        inhabitant.sells(),
        inhabitant.story(),
        inhabitant.news(),
        inhabitant.work());
  }

  /** Someone with a name, a trade and a temper, at home wherever they stand. */
  public static Profile of(Label name, Label trade, Mood mood, Traits traits) {
    return new Profile(
        name.en(),
        name,
        trade,
        mood,
        traits,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * What someone does by nature.
   *
   * @param follows whether it goes along when asked
   * @param greets whether it speaks to newcomers first
   */
  public record Traits(boolean follows, boolean greets) {
    public static final Traits USUAL = new Traits(true, true);
  }
}
