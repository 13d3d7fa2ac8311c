package anima.sync.room;

import anima.world.WorldEvent;
import anima.world.WorldEventHandler;

/** Which events a world remembers for good: words, deeds, comings and goings; not each step. */
final class History implements WorldEventHandler<Boolean> {
  static final History KEEPS = new History();

  private History() {}

  @Override
  public Boolean appeared(WorldEvent.Appeared appeared) {
    return true;
  }

  @Override
  public Boolean vanished(WorldEvent.Vanished vanished) {
    return true;
  }

  @Override
  public Boolean moved(WorldEvent.Moved moved) {
    return false;
  }

  @Override
  public Boolean said(WorldEvent.Said said) {
    return true;
  }

  @Override
  public Boolean began(WorldEvent.Began began) {
    return began.activity().other().isPresent();
  }

  @Override
  public Boolean arrived(WorldEvent.Arrived arrived) {
    return false;
  }

  @Override
  public Boolean pointed(WorldEvent.Pointed pointed) {
    return false;
  }

  @Override
  public Boolean looked(WorldEvent.Looked looked) {
    return false;
  }

  @Override
  public Boolean emoted(WorldEvent.Emoted emoted) {
    return true;
  }

  @Override
  public Boolean gave(WorldEvent.Gave gave) {
    return true;
  }

  @Override
  public Boolean offered(WorldEvent.Offered offered) {
    return true;
  }

  @Override
  public Boolean sold(WorldEvent.Sold sold) {
    return true;
  }

  @Override
  public Boolean lapsed(WorldEvent.Lapsed lapsed) {
    return false;
  }

  @Override
  public Boolean held(WorldEvent.Held held) {
    return false;
  }

  @Override
  public Boolean used(WorldEvent.Used used) {
    return true;
  }

  @Override
  public Boolean skyChanged(WorldEvent.SkyChanged skyChanged) {
    return false;
  }

  @Override
  public Boolean refused(WorldEvent.Refused refused) {
    return false;
  }
}
