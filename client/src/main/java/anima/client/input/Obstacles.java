package anima.client.input;

import anima.client.terrain.Plane;
import anima.world.place.House;
import anima.world.place.Place;
import anima.world.place.PlaceTerrain;
import com.jme3.math.Vector3f;
import java.util.List;

/** What stops a body and the eye behind it: walls, deep water and the ground. */
public final class Obstacles {
  private static final double BODY_METERS = 0.4;
  private static final double WATER_METERS_MAX = 0.4;
  private static final float STEP_METERS = 0.15f;
  private static final float EYE_ROOM_METERS = 0.3f;

  private final PlaceTerrain terrain;
  private final List<House> solid;
  private final double halfMeters;

  public Obstacles(Place place, PlaceTerrain terrain) {
    this.terrain = terrain;
    halfMeters = place.sizeMeters() / 2;
    solid = place.houses().stream().filter(house -> !house.kind().equals("jetty")).toList();
  }

  /** Height of what one stands on. */
  public float floor(double x, double z) {
    return (float) terrain.floorMeters(x, z);
  }

  /** Whether a body can stand there, as far as the client knows; the room has the last word. */
  public boolean isFree(double x, double z) {
    return Math.max(Math.abs(x), Math.abs(z)) < halfMeters
        && terrain.waterMeters(x, z) < WATER_METERS_MAX
        && solid.stream().allMatch(house -> Plane.houseDistance(house, x, z) > BODY_METERS);
  }

  /**
   * How far the eye can go back from a head before a wall or the ground.
   *
   * @param way unit vector from the head to the eye
   */
  public float reach(Vector3f head, Vector3f way, float metersMax) {
    for (float along = STEP_METERS; along <= metersMax; along += STEP_METERS) {
      Vector3f at = head.add(way.mult(along));
      boolean inGround = at.y < terrain.heightMeters(at.x, at.z) + EYE_ROOM_METERS;
      if (inGround || isInHouse(at)) {
        return Math.max(STEP_METERS, along - EYE_ROOM_METERS);
      }
    }
    return metersMax;
  }

  private boolean isInHouse(Vector3f at) {
    for (House house : solid) {
      double above = at.y - terrain.heightMeters(house.x(), house.z());
      if (above < house.heightMeters()
          && !house.kind().equals("stall")
          && Plane.houseDistance(house, at.x, at.z) < EYE_ROOM_METERS) {
        return true;
      }
    }
    return false;
  }
}
