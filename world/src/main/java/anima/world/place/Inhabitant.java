package anima.world.place;

import anima.world.Component;
import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Mood;
import anima.world.json.Bounds;
import anima.world.json.Length;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Someone who lives here.
 *
 * @param home landmark that they belong to and return to
 * @param x where they stand at the start, in metres
 * @param z where they stand at the start, in metres
 * @param holds goods owned at the start
 * @param sells price in coins asked for each kind of goods
 * @param story sentences about their own life that they may tell
 * @param news sentences of gossip that they may tell
 * @param work tasks that they can offer, each an infinitive without "to" ("carry water to the
 *     mill")
 */
public record Inhabitant(
    @Length(min = 1, max = 32) String id,
    Label name,
    Label trade,
    Mood mood,
    Component.Looks looks,
    String home,
    @Bounds(min = -512, max = 512) double x,
    @Bounds(min = -512, max = 512) double z,
    @Bounds(min = 0, max = 1_000_000) long coins,
    @Bounds(min = 1, max = 10_000) @Length(max = 64) Map<GoodsId, Integer> holds,
    @Bounds(min = 1, max = 1_000_000) @Length(max = 64) Map<GoodsId, Long> sells,
    @Length(max = 64) List<Line> story,
    @Length(max = 64) List<Line> news,
    @Length(max = 64) List<Line> work) {
  public Inhabitant {
    // Sorted, for Map.copyOf iterates in an order that differs from run to run.
    holds = Collections.unmodifiableMap(new TreeMap<>(holds));
    sells = Collections.unmodifiableMap(new TreeMap<>(sells));
    story = List.copyOf(story);
    news = List.copyOf(news);
    work = List.copyOf(work);
  }
}
