package anima.world.nav;

import java.util.Arrays;
import org.recast4j.detour.MeshData;
import org.recast4j.detour.NavMesh;
import org.recast4j.detour.NavMeshBuilder;
import org.recast4j.detour.NavMeshDataCreateParams;
import org.recast4j.recast.CompactHeightfield;
import org.recast4j.recast.ContourSet;
import org.recast4j.recast.Heightfield;
import org.recast4j.recast.PolyMesh;
import org.recast4j.recast.RecastArea;
import org.recast4j.recast.RecastCompact;
import org.recast4j.recast.RecastConstants;
import org.recast4j.recast.RecastContour;
import org.recast4j.recast.RecastMesh;
import org.recast4j.recast.RecastRasterization;
import org.recast4j.recast.RecastRegion;
import org.recast4j.recast.Telemetry;

/**
 * Turns a raster into a navigation mesh. The mesh is flat, at height 0: as a place has one floor,
 * all questions are answered in the plane and heights come from the terrain, exactly.
 */
final class MeshBuilder {
  /** Every polygon has it; the queries ask for it. */
  static final int WALK_FLAG = 1;

  static final int POLYGON_VERTICES_MAX = 6;

  private static final float CELL_HEIGHT = 1;
  private static final int BODY_RADIUS_CELLS = 1;

  /** How far a simplified edge may stray from the raster, in cells. */
  private static final float EDGE_ERROR_CELLS = 0.8f;

  /** Long edges are cut, in cells, lest polygons become slivers. */
  private static final int EDGE_CELLS_MAX = 60;

  /** Spots of ground smaller than this, in cells, are dropped or joined to a neighbour. */
  private static final int REGION_CELLS_MIN = 40;

  private static final int REGION_CELLS_JOINED = 400;

  private MeshBuilder() {}

  static NavMesh build(Walkability raster) {
    PolyMesh polygons = polygons(compact(raster));
    NavMeshDataCreateParams params = new NavMeshDataCreateParams();
    params.verts = polygons.verts;
    params.vertCount = polygons.nverts;
    params.polys = polygons.polys;
    params.polyAreas = polygons.areas;
    params.polyFlags = new int[polygons.npolys];
    Arrays.fill(params.polyFlags, WALK_FLAG);
    params.polyCount = polygons.npolys;
    params.nvp = polygons.nvp;
    params.walkableHeight = 2;
    params.walkableRadius = (float) (BODY_RADIUS_CELLS * Walkability.CELL_METERS);
    params.walkableClimb = CELL_HEIGHT;
    params.bmin = polygons.bmin;
    params.bmax = polygons.bmax;
    params.cs = polygons.cs;
    params.ch = polygons.ch;
    params.buildBvTree = true;
    MeshData data = NavMeshBuilder.createNavMeshData(params);
    if (data == null) {
      throw new IllegalArgumentException("the place has no ground to walk on");
    }
    return new NavMesh(data, POLYGON_VERTICES_MAX, 0);
  }

  private static CompactHeightfield compact(Walkability raster) {
    float min = (float) (raster.center(0) - Walkability.CELL_METERS / 2);
    float max = (float) (min + raster.side * Walkability.CELL_METERS);
    Heightfield field =
        new Heightfield(
            raster.side,
            raster.side,
            new float[] {min, -CELL_HEIGHT, min},
            new float[] {max, CELL_HEIGHT, max},
            (float) Walkability.CELL_METERS,
            CELL_HEIGHT,
            0);
    for (int i = 0; i < raster.areas.length; i++) {
      if (raster.areas[i] != Walkability.BLOCKED) {
        RecastRasterization.addSpan(
            field, i % raster.side, i / raster.side, 0, 1, raster.areas[i], 0);
      }
    }
    Telemetry telemetry = new Telemetry();
    CompactHeightfield compact = RecastCompact.buildCompactHeightfield(telemetry, 2, 1, field);
    RecastArea.erodeWalkableArea(telemetry, BODY_RADIUS_CELLS, compact);
    return compact;
  }

  private static PolyMesh polygons(CompactHeightfield field) {
    Telemetry telemetry = new Telemetry();
    RecastRegion.buildDistanceField(telemetry, field);
    RecastRegion.buildRegions(telemetry, field, REGION_CELLS_MIN, REGION_CELLS_JOINED);
    ContourSet contours =
        RecastContour.buildContours(
            telemetry,
            field,
            EDGE_ERROR_CELLS,
            EDGE_CELLS_MAX,
            RecastConstants.RC_CONTOUR_TESS_WALL_EDGES);
    return RecastMesh.buildPolyMesh(telemetry, contours, POLYGON_VERTICES_MAX);
  }
}
