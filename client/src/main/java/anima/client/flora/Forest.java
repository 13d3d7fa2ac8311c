package anima.client.flora;

import anima.client.mesh.MeshBuilder;
import anima.client.terrain.Ground;
import com.jme3.material.Material;
import com.jme3.math.Vector3f;
import com.jme3.scene.Geometry;
import com.jme3.scene.Node;
import com.jme3.scene.Spatial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All plants of a place, merged by squares of ground; each square has a fine and a far form. */
public final class Forest {
  private static final double SQUARE_METERS = 32;

  private final Node node = new Node("forest");
  private final List<Square> squares = new ArrayList<>();
  private final float fineMeters;

  private record Square(Vector3f middle, Geometry fine, Geometry far) {}

  /**
   * @param leafSplits how fine near leaves are: 1 coarse, 2 fine
   * @param fineMeters how far from the viewer the fine form is drawn
   */
  public Forest(
      Ground ground, List<Plant> plants, Material material, int leafSplits, float fineMeters) {
    this.fineMeters = fineMeters;
    Map<List<Long>, List<Plant>> bySquare = new LinkedHashMap<>();
    for (Plant plant : plants) {
      long column = (long) Math.floor(plant.x() / SQUARE_METERS);
      long row = (long) Math.floor(plant.z() / SQUARE_METERS);
      bySquare.computeIfAbsent(List.of(column, row), key -> new ArrayList<>()).add(plant);
    }
    bySquare.forEach(
        (at, inSquare) -> {
          Geometry fine = draw(ground, inSquare, material, leafSplits);
          Geometry far = draw(ground, inSquare, material, 0);
          squares.add(new Square(fine.getModelBound().getCenter(), fine, far));
        });
  }

  public Node node() {
    return node;
  }

  /** Shows each square in the form that suits its distance. */
  public void show(Vector3f eye) {
    for (Square square : squares) {
      boolean near = square.middle.distance(eye) < fineMeters;
      square.fine.setCullHint(near ? Spatial.CullHint.Inherit : Spatial.CullHint.Always);
      square.far.setCullHint(near ? Spatial.CullHint.Always : Spatial.CullHint.Inherit);
    }
  }

  private Geometry draw(Ground ground, List<Plant> plants, Material material, int splits) {
    Trees trees = new Trees(splits);
    MeshBuilder out = new MeshBuilder();
    for (Plant plant : plants) {
      trees.draw(out, plant, ground.height(plant.x(), plant.z()));
    }
    Geometry geometry = new Geometry("plants", out.build());
    geometry.setMaterial(material);
    node.attachChild(geometry);
    return geometry;
  }
}
