package anima.brain.language;

import anima.world.Language;
import anima.world.Weather;
import anima.world.place.Goods;
import java.util.List;
import java.util.Optional;

/**
 * All that a mind takes into account when it answers one utterance; immutable, and enough to answer
 * the same again. Texts of the world are in {@code language}.
 *
 * @param language language of the utterance and of the answer
 * @param self who answers
 * @param here name of the place both stand in or near
 * @param hour 0 inclusive to 24 exclusive
 * @param player name of the speaker, when known
 * @param places places that the mind knows
 * @param wares what it sells, with prices and stock
 * @param goods every kind of goods that it has heard of
 * @param people people that it knows, with where it saw them
 * @param memories sentences it remembers of the speaker, most relevant first, speaker as "you"
 * @param news sentences of gossip it may tell
 * @param work tasks it can offer ("carry water to the mill")
 * @param abilities what it may do and whether it wants to
 * @param history earlier turns of this talk, oldest first
 * @param text the utterance
 */
public record Situation(
    Language language,
    Self self,
    String here,
    double hour,
    Weather weather,
    Optional<String> player,
    List<KnownPlace> places,
    List<Ware> wares,
    List<Goods> goods,
    List<KnownPerson> people,
    List<String> memories,
    List<String> news,
    List<String> work,
    Abilities abilities,
    List<Turn> history,
    String text) {
  /** Longest utterance considered, in UTF-16 units. */
  public static final int TEXT_LENGTH_MAX = 500;

  public Situation {
    places = List.copyOf(places);
    wares = List.copyOf(wares);
    goods = List.copyOf(goods);
    people = List.copyOf(people);
    memories = List.copyOf(memories);
    news = List.copyOf(news);
    work = List.copyOf(work);
    history = List.copyOf(history);
    if (text.length() > TEXT_LENGTH_MAX) {
      throw new IllegalArgumentException("an utterance of " + text.length() + " characters");
    }
  }

  /** What it may do: computed by the rules of the world, never by the model. */
  public record Abilities(boolean follow, boolean steward, boolean teach) {}
}
