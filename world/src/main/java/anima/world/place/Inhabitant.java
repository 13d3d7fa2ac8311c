package anima.world.place;

import anima.world.Component;
import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Mood;
import java.util.List;
import java.util.Map;

/**
 * Someone who lives here.
 *
 * @param story sentences about their own life, in both languages, that they may tell
 * @param home landmark that they start from and return to
 * @param sells price in coins asked for each kind of goods
 * @param holds goods owned at the start
 */
public record Inhabitant(
    String id,
    Label name,
    Label trade,
    Mood mood,
    Component.Looks looks,
    String home,
    double x,
    double z,
    long coins,
    Map<GoodsId, Integer> holds,
    Map<GoodsId, Long> sells,
    List<Line> story,
    List<Line> news,
    List<Line> work) {
  public Inhabitant {
    holds = Map.copyOf(holds);
    sells = Map.copyOf(sells);
    story = List.copyOf(story);
    news = List.copyOf(news);
    work = List.copyOf(work);
  }
}
