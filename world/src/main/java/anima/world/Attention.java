package anima.world;

import anima.world.place.Thing;
import java.util.Optional;
import java.util.Set;

/** Whether one body perceives an event of a step, given whom it saw before and sees after it. */
final class Attention implements WorldEventHandler<Boolean> {
  private final World world;
  private final EntityView self;
  private final Set<EntityId> before;
  private final Set<EntityId> after;
  private final boolean wasPresent;

  Attention(
      World world, EntityView self, Set<EntityId> before, Set<EntityId> after, boolean wasPresent) {
    this.world = world;
    this.self = self;
    this.before = before;
    this.after = after;
    this.wasPresent = wasPresent;
  }

  private boolean isSelf(EntityId id) {
    return id.equals(self.id());
  }

  private boolean sees(EntityId id) {
    return isSelf(id) || before.contains(id) || after.contains(id);
  }

  /** Told by the senses themselves, for whoever comes into sight. */
  @Override
  public Boolean appeared(WorldEvent.Appeared appeared) {
    return wasPresent && isSelf(appeared.view().id());
  }

  @Override
  public Boolean vanished(WorldEvent.Vanished vanished) {
    return false;
  }

  /** Whoever just came into sight is told of whole. */
  @Override
  public Boolean moved(WorldEvent.Moved moved) {
    return isSelf(moved.entity()) || before.contains(moved.entity());
  }

  @Override
  public Boolean said(WorldEvent.Said said) {
    return isSelf(said.speaker())
        || self.body().position().distanceTo(said.at()) <= said.loudness().earshotMeters();
  }

  @Override
  public Boolean began(WorldEvent.Began began) {
    return sees(began.actor());
  }

  @Override
  public Boolean arrived(WorldEvent.Arrived arrived) {
    return sees(arrived.actor());
  }

  @Override
  public Boolean pointed(WorldEvent.Pointed pointed) {
    return sees(pointed.actor());
  }

  @Override
  public Boolean looked(WorldEvent.Looked looked) {
    return sees(looked.actor());
  }

  @Override
  public Boolean emoted(WorldEvent.Emoted emoted) {
    return sees(emoted.actor());
  }

  @Override
  public Boolean gave(WorldEvent.Gave gave) {
    return sees(gave.actor()) || sees(gave.to());
  }

  @Override
  public Boolean offered(WorldEvent.Offered offered) {
    return sees(offered.seller()) || sees(offered.buyer());
  }

  @Override
  public Boolean lapsed(WorldEvent.Lapsed lapsed) {
    return sees(lapsed.seller()) || sees(lapsed.buyer());
  }

  @Override
  public Boolean sold(WorldEvent.Sold sold) {
    return sees(sold.seller()) || sees(sold.buyer());
  }

  @Override
  public Boolean held(WorldEvent.Held held) {
    return isSelf(held.actor());
  }

  /** A bell is heard all over the place. */
  @Override
  public Boolean used(WorldEvent.Used used) {
    Optional<Thing> thing = world.place().thing(used.thing());
    return sees(used.actor()) || thing.filter(t -> t.kind().equals("bell")).isPresent();
  }

  @Override
  public Boolean skyChanged(WorldEvent.SkyChanged skyChanged) {
    return true;
  }

  @Override
  public Boolean refused(WorldEvent.Refused refused) {
    return isSelf(refused.actor());
  }
}
