package anima.world.nav;

import anima.world.Vec3;
import anima.world.place.Place;
import anima.world.place.PlaceTerrain;
import org.recast4j.detour.NavMesh;

/**
 * The ground of a place, ready to be walked on: its terrain and its navigation mesh. Takes about a
 * second to build. Immutable; any thread, each with its own {@link Walker}.
 */
public final class Ground {
  private final Place place;
  private final PlaceTerrain terrain;
  private final NavMesh mesh;

  public Ground(Place place) {
    this.place = place;
    terrain = new PlaceTerrain(place);
    mesh = MeshBuilder.build(new Walkability(place, terrain));
  }

  public Place place() {
    return place;
  }

  public PlaceTerrain terrain() {
    return terrain;
  }

  /** The point on the floor at the same place on the map. */
  public Vec3 onFloor(Vec3 point) {
    return new Vec3(point.x(), terrain.floorMeters(point.x(), point.z()), point.z());
  }

  NavMesh mesh() {
    return mesh;
  }
}
