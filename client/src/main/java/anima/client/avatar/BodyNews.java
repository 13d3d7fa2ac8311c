package anima.client.avatar;

import anima.world.Gesture;
import anima.world.Vec3;
import anima.world.WorldEvent;
import anima.world.WorldEventHandler;
import com.jme3.math.Vector3f;

/** What each kind of event means for the bodies that are drawn; true if it means something. */
final class BodyNews implements WorldEventHandler<Boolean> {
  private final BodiesState bodies;

  BodyNews(BodiesState bodies) {
    this.bodies = bodies;
  }

  @Override
  public Boolean appeared(WorldEvent.Appeared appeared) {
    bodies.appeared(appeared.tick(), appeared.view());
    return true;
  }

  @Override
  public Boolean vanished(WorldEvent.Vanished vanished) {
    bodies.vanished(vanished.entity());
    return true;
  }

  @Override
  public Boolean moved(WorldEvent.Moved moved) {
    bodies.moved(moved);
    return true;
  }

  @Override
  public Boolean said(WorldEvent.Said said) {
    bodies.said(said);
    return true;
  }

  @Override
  public Boolean began(WorldEvent.Began began) {
    return false;
  }

  @Override
  public Boolean arrived(WorldEvent.Arrived arrived) {
    return false;
  }

  @Override
  public Boolean pointed(WorldEvent.Pointed pointed) {
    bodies.avatar(pointed.actor()).ifPresent(avatar -> avatar.pointAt(vector(pointed.at())));
    return true;
  }

  @Override
  public Boolean looked(WorldEvent.Looked looked) {
    return false;
  }

  @Override
  public Boolean emoted(WorldEvent.Emoted emoted) {
    bodies.avatar(emoted.actor()).ifPresent(avatar -> avatar.gesture(emoted.gesture()));
    return true;
  }

  @Override
  public Boolean gave(WorldEvent.Gave gave) {
    bodies.avatar(gave.actor()).ifPresent(avatar -> avatar.gesture(Gesture.NOD));
    return true;
  }

  @Override
  public Boolean offered(WorldEvent.Offered offered) {
    return false;
  }

  @Override
  public Boolean lapsed(WorldEvent.Lapsed lapsed) {
    return false;
  }

  @Override
  public Boolean sold(WorldEvent.Sold sold) {
    bodies.avatar(sold.seller()).ifPresent(avatar -> avatar.gesture(Gesture.NOD));
    return true;
  }

  @Override
  public Boolean held(WorldEvent.Held held) {
    return false;
  }

  @Override
  public Boolean used(WorldEvent.Used used) {
    return false;
  }

  @Override
  public Boolean skyChanged(WorldEvent.SkyChanged skyChanged) {
    return false;
  }

  @Override
  public Boolean refused(WorldEvent.Refused refused) {
    return false;
  }

  private static Vector3f vector(Vec3 point) {
    return new Vector3f((float) point.x(), (float) point.y(), (float) point.z());
  }
}
