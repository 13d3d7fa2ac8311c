package anima.world;

/** Dispatch over the closed set of events: a new kind does not compile until handled. */
public interface WorldEventHandler<R> {
  R appeared(WorldEvent.Appeared appeared);

  R vanished(WorldEvent.Vanished vanished);

  R moved(WorldEvent.Moved moved);

  R said(WorldEvent.Said said);

  R began(WorldEvent.Began began);

  R arrived(WorldEvent.Arrived arrived);

  R pointed(WorldEvent.Pointed pointed);

  R looked(WorldEvent.Looked looked);

  R emoted(WorldEvent.Emoted emoted);

  R gave(WorldEvent.Gave gave);

  R offered(WorldEvent.Offered offered);

  R lapsed(WorldEvent.Lapsed lapsed);

  R sold(WorldEvent.Sold sold);

  R held(WorldEvent.Held held);

  R used(WorldEvent.Used used);

  R skyChanged(WorldEvent.SkyChanged skyChanged);

  R refused(WorldEvent.Refused refused);
}
