package anima.brain.mind;

import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Vec3;
import anima.world.WorldEvent.Said;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether words that were heard are meant for this mind. All minds in earshot decide by the
 * same rule from what all of them perceive, so that one answers and the others listen. Owned by the
 * thread of its mind.
 */
final class Attention {
  /** Within this distance in metres a speaker who names nobody is thought to speak to someone. */
  static final double NEAR_METERS = 4;

  /** A talk goes on without names as long as both stay within this distance in metres. */
  private static final double TALK_METERS = 8;

  /** And as long as the last word is not older than this: 30 seconds. */
  static final long TALK_TICKS = 600;

  /** Most answers to one inhabitant in {@link #CHATTER_TICKS}: small talk must end. */
  private static final int CHATTER_MAX = 1;

  private static final long CHATTER_TICKS = 1_200;
  private static final double FACING_COSINE_MIN = 0.26;
  private static final double BESIDE_METERS = 1.5;
  private static final int PARTNERS_MAX = 64;

  /** Whom a speaker talked with last, and when. */
  private record Partner(EntityId other, long tick) {}

  private record Chatter(int answers, long sinceTick) {}

  private final People people;
  private final Map<EntityId, Partner> partners = bounded();
  private final Map<EntityId, Chatter> chatter = bounded();

  Attention(People people) {
    this.people = people;
  }

  /** Whether to answer; call it for all that is heard, as it follows who talks with whom. */
  boolean isForMe(Said said, Perception perception) {
    EntityId me = perception.self().id();
    Optional<EntityView> speaker = perception.body(said.speaker());
    if (said.speaker().equals(me) || speaker.isEmpty()) {
      return false;
    }
    Optional<EntityId> meant = meant(said, speaker.get(), perception);
    meant.ifPresent(other -> partners.put(said.speaker(), new Partner(other, said.tick())));
    return meant.filter(me::equals).isPresent()
        && (!people.isMind(speaker.get()) || mayChatter(said));
  }

  /** This mind has addressed another one unasked; what that one replies needs no answer. */
  void addressed(EntityId other, long tick) {
    chatter.put(other, new Chatter(CHATTER_MAX, tick));
  }

  private Optional<EntityId> meant(Said said, EntityView speaker, Perception perception) {
    if (said.to().isPresent()) {
      return said.to();
    }
    List<EntityView> listeners =
        Stream.concat(Stream.of(perception.self()), perception.seen().values().stream())
            .filter(view -> !view.id().equals(speaker.id()))
            .filter(view -> distance(view, speaker) <= said.loudness().earshotMeters())
            .sorted(Comparator.comparing(EntityView::id))
            .toList();
    return listeners.stream()
        .filter(view -> Address.calls(said.text(), view.name()))
        .map(EntityView::id)
        .findFirst()
        .or(() -> partnerOf(said, speaker, listeners))
        .or(() -> nearest(speaker, listeners));
  }

  private Optional<EntityId> partnerOf(Said said, EntityView speaker, List<EntityView> listeners) {
    Partner partner = partners.get(speaker.id());
    if (partner == null || said.tick() - partner.tick() > TALK_TICKS) {
      return Optional.empty();
    }
    return listeners.stream()
        .filter(view -> view.id().equals(partner.other()))
        .filter(view -> distance(view, speaker) <= TALK_METERS)
        .map(EntityView::id)
        .findFirst();
  }

  private static Optional<EntityId> nearest(EntityView speaker, List<EntityView> listeners) {
    return listeners.stream()
        .filter(view -> distance(view, speaker) <= NEAR_METERS && faces(speaker, view))
        .min(Comparator.comparingDouble(view -> distance(view, speaker)))
        .map(EntityView::id);
  }

  private static boolean faces(EntityView speaker, EntityView other) {
    Vec3 from = speaker.body().position();
    Vec3 to = other.body().position();
    double turn = from.yawTo(to) - speaker.body().yawRadians();
    return Math.cos(turn) >= FACING_COSINE_MIN || from.groundDistanceTo(to) <= BESIDE_METERS;
  }

  private boolean mayChatter(Said said) {
    Chatter before = chatter.get(said.speaker());
    Chatter now =
        before == null || said.tick() - before.sinceTick() > CHATTER_TICKS
            ? new Chatter(1, said.tick())
            : new Chatter(before.answers() + 1, before.sinceTick());
    chatter.put(said.speaker(), now);
    return now.answers() <= CHATTER_MAX;
  }

  private static double distance(EntityView one, EntityView other) {
    return one.body().position().groundDistanceTo(other.body().position());
  }

  private static <V> Map<EntityId, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<EntityId, V> eldest) {
        return size() > PARTNERS_MAX;
      }
    };
  }
}
