package anima.brain.mind;

import anima.brain.language.KnownPerson;
import anima.brain.language.KnownPlace;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.brain.language.Turn;
import anima.brain.language.Ware;
import anima.brain.memory.Memories;
import anima.world.Activity;
import anima.world.EntityView;
import anima.world.Label;
import anima.world.Language;
import anima.world.Vec3;
import anima.world.place.Directions;
import anima.world.place.Goods;
import anima.world.place.Inhabitant;
import anima.world.place.Line;
import anima.world.place.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts together all that bears on one utterance: what a villager knows of the place, what this one
 * has seen, owns and remembers. Prices, stock and permissions are computed here and given as facts.
 */
final class Composer {
  private static final int MEMORIES_MAX = 4;

  /** Share of the asked price below which an offer is declined. */
  private static final double LEAST_SHARE = 0.8;

  private final Place place;
  private final Profile profile;
  private final Spots spots;
  private final People people;
  private final Acquaintances acquaintances;
  private final Memories memories;

  Composer(
      Place place, Profile profile, People people, Acquaintances acquaintances, Memories memories) {
    this.place = place;
    this.profile = profile;
    this.spots = new Spots(place);
    this.people = people;
    this.acquaintances = acquaintances;
    this.memories = memories;
  }

  Situation compose(String heard, EntityView speaker, List<Turn> turns, Perception perception) {
    String text = heard.substring(0, Math.min(heard.length(), Situation.TEXT_LENGTH_MAX));
    Language language = Tongue.of(text);
    String person = people.keyOf(speaker);
    Vec3 standing = perception.self().body().position();
    return new Situation(
        language,
        new Self(profile.name(), profile.trade(), profile.mood()),
        spots.nearest(standing).name().in(language),
        perception.hour(),
        perception.weather(),
        playerName(person, speaker, language),
        places(standing, language),
        wares(perception),
        place.goods(),
        known(speaker, language),
        memories.recall(person, text, language, perception.tick(), MEMORIES_MAX),
        lines(profile.news(), language),
        lines(profile.work(), language),
        abilities(speaker, perception),
        turns,
        text);
  }

  private Optional<String> playerName(String person, EntityView speaker, Language language) {
    return memories
        .nameOf(person)
        .or(() -> People.givenName(speaker).map(label -> label.in(language)));
  }

  private List<KnownPlace> places(Vec3 from, Language language) {
    return place.landmarks().stream()
        .map(
            landmark ->
                new KnownPlace(
                    landmark.id(),
                    landmark.name(),
                    landmark.otherNames(),
                    Directions.to(place, from, landmark, language)))
        .toList();
  }

  List<Ware> wares(Perception perception) {
    return place.goods().stream()
        .filter(goods -> profile.sells().containsKey(goods.id()))
        .filter(goods -> perception.held().getOrDefault(goods.id(), 0) > 0)
        .map(goods -> ware(goods, perception.held().getOrDefault(goods.id(), 0)))
        .toList();
  }

  private Ware ware(Goods goods, int stock) {
    long price = profile.sells().getOrDefault(goods.id(), goods.priceCoins());
    return new Ware(goods, price, stock, (long) Math.ceil(price * LEAST_SHARE));
  }

  /** Neighbours are known to everyone; visitors only once seen. The speaker is "you", not known. */
  private List<KnownPerson> known(EntityView speaker, Language language) {
    List<KnownPerson> known = new ArrayList<>();
    for (Inhabitant other : place.inhabitants()) {
      if (!other.name().equals(profile.name())) {
        known.add(neighbour(other, language));
      }
    }
    acquaintances.all().stream()
        .filter(seen -> people.inhabitant(seen.view().name()).isEmpty())
        .filter(seen -> !seen.view().id().equals(speaker.id()))
        .sorted(Comparator.comparing(Acquaintances.Sighting::key))
        .forEach(
            seen ->
                known.add(
                    new KnownPerson(
                        seen.key(),
                        seen.view().name(),
                        seen.view().trade(),
                        Optional.of(nameNear(seen.view().body().position(), language)))));
    return known;
  }

  private KnownPerson neighbour(Inhabitant other, Language language) {
    Vec3 where =
        acquaintances
            .of(other.id())
            .map(seen -> seen.view().body().position())
            .orElseGet(() -> new Vec3(other.x(), 0, other.z()));
    Label about = new Label(definite(other.trade().en()), other.trade().zh());
    return new KnownPerson(
        other.id(), other.name(), Optional.of(about), Optional.of(nameNear(where, language)));
  }

  private String nameNear(Vec3 where, Language language) {
    String name = spots.nearest(where).name().in(language);
    return language == Language.EN ? definite(name) : name;
  }

  private static String definite(String noun) {
    return noun.startsWith("the ") ? noun : "the " + noun;
  }

  private static List<String> lines(List<Line> lines, Language language) {
    return lines.stream().map(line -> Remark.in(language, line)).toList();
  }

  /** It comes along unless it is with someone else. */
  private Situation.Abilities abilities(EntityView speaker, Perception perception) {
    Activity activity = perception.self().activity();
    boolean withOther =
        (activity.kind() == Activity.Kind.FOLLOWING || activity.kind() == Activity.Kind.LEADING)
            && activity.other().filter(speaker.id()::equals).isEmpty();
    return new Situation.Abilities(profile.traits().follows() && !withOther, false, true);
  }
}
