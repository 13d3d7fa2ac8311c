package anima.world.nav;

import anima.world.Vec3;
import java.util.List;
import java.util.Optional;
import org.recast4j.detour.DefaultQueryFilter;
import org.recast4j.detour.FindNearestPolyResult;
import org.recast4j.detour.MoveAlongSurfaceResult;
import org.recast4j.detour.NavMeshQuery;
import org.recast4j.detour.QueryFilter;
import org.recast4j.detour.Result;
import org.recast4j.detour.StraightPathItem;

/**
 * Finds ways over a ground and moves bodies along it. Answers depend on the arguments alone. Owned
 * by one thread, since searches share their memory.
 */
public final class Walker {
  private static final int CORNERS_MAX = 256;

  /** Off the roads, a metre counts as so many: people keep to the roads where there are some. */
  private static final float MEADOW_COST = 1.5f;

  /** Bodies leave the mesh to sit on a bench, no further than this. */
  private static final double OFF_MESH_METERS = 2.5;

  private final Ground ground;
  private final NavMeshQuery query;
  private final QueryFilter filter;

  public Walker(Ground ground) {
    this.ground = ground;
    query = new NavMeshQuery(ground.mesh());
    float[] costs = new float[64];
    costs[Walkability.ROAD] = 1;
    costs[Walkability.MEADOW] = MEADOW_COST;
    filter = new DefaultQueryFilter(MeshBuilder.WALK_FLAG, 0, costs);
  }

  public Ground ground() {
    return ground;
  }

  /** The walkable point nearest to a point of the map, no further off than so many metres. */
  public Optional<Vec3> nearest(Vec3 point, double withinMeters) {
    return find(point, withinMeters)
        .map(found -> vec(found.getNearestPos()))
        .filter(near -> near.groundDistanceTo(point) <= withinMeters);
  }

  /**
   * The shortest way, as the corners after the start, the last being the goal or the walkable point
   * nearest to it.
   *
   * @param goalWithinMeters how far the walkable point may be from the goal
   * @return empty when there is none
   */
  public Optional<List<Vec3>> way(Vec3 from, Vec3 goal, double goalWithinMeters) {
    Optional<FindNearestPolyResult> start = find(from, OFF_MESH_METERS);
    Optional<FindNearestPolyResult> end =
        find(goal, goalWithinMeters)
            .filter(e -> vec(e.getNearestPos()).groundDistanceTo(goal) <= goalWithinMeters);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    float[] startPos = start.get().getNearestPos();
    float[] endPos = end.get().getNearestPos();
    Result<List<Long>> polygons =
        query.findPath(
            start.get().getNearestRef(), end.get().getNearestRef(), startPos, endPos, filter);
    if (polygons.failed()
        || polygons.result.isEmpty()
        || polygons.result.get(polygons.result.size() - 1) != end.get().getNearestRef()) {
      return Optional.empty();
    }
    Result<List<StraightPathItem>> corners =
        query.findStraightPath(startPos, endPos, polygons.result, CORNERS_MAX, 0);
    return corners.failed()
        ? Optional.empty()
        : Optional.of(corners.result.stream().skip(1).map(item -> vec(item.getPos())).toList());
  }

  /** Moves from a point towards another, along walls and not through them. */
  public Vec3 slide(Vec3 from, Vec3 to) {
    Optional<FindNearestPolyResult> start = find(from, OFF_MESH_METERS);
    if (start.isEmpty()) {
      return from;
    }
    Result<MoveAlongSurfaceResult> moved =
        query.moveAlongSurface(
            start.get().getNearestRef(), start.get().getNearestPos(), array(to), filter);
    return moved.failed() ? from : vec(moved.result.getResultPos());
  }

  private Optional<FindNearestPolyResult> find(Vec3 point, double withinMeters) {
    float reach = (float) withinMeters;
    Result<FindNearestPolyResult> found =
        query.findNearestPoly(array(point), new float[] {reach, 2, reach}, filter);
    return found.failed() || found.result.getNearestRef() == 0
        ? Optional.empty()
        : Optional.of(found.result);
  }

  private static float[] array(Vec3 point) {
    return new float[] {(float) point.x(), 0, (float) point.z()};
  }

  private Vec3 vec(float[] point) {
    return ground.onFloor(new Vec3(point[0], 0, point[2]));
  }
}
