package anima.client.village;

import anima.client.mesh.Colours;
import anima.client.mesh.MeshBuilder;
import anima.client.mesh.Shapes;
import anima.world.place.House;
import com.jme3.math.Vector3f;
import java.util.SplittableRandom;

/** Cottages, inns and halls: timber and plaster under a tiled gable. The door looks along +Z. */
final class Dwelling {
  private static final int[] SHUTTERS = {0x4F7A86, 0x6C8A57, 0xA65F4A, 0x5B6C93};

  private final House house;
  private final SplittableRandom random;

  Dwelling(House house, SplittableRandom random) {
    this.house = house;
    this.random = random;
  }

  void draw(MeshBuilder out) {
    double width = house.widthMeters();
    double depth = house.depthMeters();
    boolean tall = !house.kind().equals("cottage") && house.heightMeters() > 4.5;
    double rise = Math.min(width, depth) * 0.42;
    double top = Math.max(2.5, house.heightMeters() - rise);
    footing(out, width, depth);
    if (tall) {
      double floor = top * 0.52;
      Walls.room(out, width, depth, 0.1, floor, Colours.mix(Palette.STONE, house.wallRgb(), 0.35));
      upperFloor(out, width + 0.5, depth + 0.5, floor, top);
    } else {
      Walls.room(out, width, depth, 0.1, top, house.wallRgb());
      Walls.frame(out, width, depth, 0.1, top, random);
    }
    roof(out, tall ? width + 0.5 : width, tall ? depth + 0.5 : depth, top, rise);
    openings(out, width, depth, top, tall);
    chimney(out, width, depth, top, rise);
  }

  private void footing(MeshBuilder out, double width, double depth) {
    out.colour(Palette.DARK_STONE).occlusion(0.7f);
    out.push(0, -1.2, 0, 0);
    Shapes.taperedBox(out, width + 0.45, depth + 0.45, width + 0.28, depth + 0.28, 1.55);
    out.pop();
    out.occlusion(1);
  }

  private void upperFloor(MeshBuilder out, double width, double depth, double floor, double top) {
    out.colour(Palette.TIMBER).occlusion(0.6f);
    out.push(0, floor - 0.12, 0, 0);
    Shapes.box(out, width + 0.1, 0.24, depth + 0.1);
    out.pop();
    Walls.room(out, width, depth, floor, top, house.wallRgb());
    Walls.frame(out, width, depth, floor, top, random);
  }

  private void roof(MeshBuilder out, double width, double depth, double top, double rise) {
    boolean along = width >= depth;
    out.push(0, 0, 0, along ? 0 : Math.PI / 2);
    Roofs.gable(
        out,
        along ? width : depth,
        along ? depth : width,
        top,
        rise,
        house.roofRgb(),
        house.wallRgb(),
        random);
    out.pop();
  }

  private void openings(MeshBuilder out, double width, double depth, double top, boolean tall) {
    int shutter = SHUTTERS[random.nextInt(SHUTTERS.length)];
    boolean hall = house.kind().equals("hall");
    double doorX = hall || width < 5 ? 0 : (random.nextBoolean() ? -1 : 1) * width * 0.14;
    double doorWidth = hall ? 1.7 : 1.05;
    Walls.door(out, doorX, depth / 2, doorWidth, 2.05, Colours.mix(Palette.DOOR, shutter, 0.45));
    lantern(out, doorX + doorWidth / 2 + 0.42, 2.0, depth / 2);
    double sill = tall ? 1.5 : 1.45;
    for (int side = 0; side < 4; side++) {
      boolean front = (side & 1) == 0;
      double w = front ? width : depth;
      double d = front ? depth : width;
      out.push(0, 0, 0, side * Math.PI / 2);
      int count = Math.max(1, (int) Math.round(w / 2.9));
      for (int i = 0; i < count; i++) {
        double x = ((i + 0.5) / count - 0.5) * w;
        boolean atDoor = side == 0 && Math.abs(x - doorX) < doorWidth / 2 + 1.15;
        if (!atDoor) {
          Walls.window(out, x, sill, d / 2, 0.8, 0.95, shutter);
          if (side == 0 || random.nextInt(3) == 0) {
            Walls.flowerBox(out, x, sill - 0.72, d / 2, 0.95, random);
          }
        }
        if (tall) {
          double y = top * 0.52 + (top * 0.48) * 0.5;
          Walls.window(out, x, y, d / 2 + 0.25, 0.75, 0.9, shutter);
        }
      }
      out.pop();
    }
    if (house.kind().equals("inn")) {
      sign(out, -doorX * 0.5 + (doorX <= 0 ? 1 : -1) * width * 0.3, depth / 2 + 0.25, top * 0.6);
    }
  }

  private static void lantern(MeshBuilder out, double x, double y, double z) {
    out.push(x, y, z + 0.2, 0);
    out.colour(Palette.IRON);
    Walls.slab(out, 0, 0.2, -0.08, 0.05, 0.05, 0.3);
    Walls.slab(out, 0, 0.14, 0, 0.2, 0.05, 0.2);
    out.colour(Palette.LAMP_GLASS).glow(1);
    Walls.slab(out, 0, 0, 0, 0.14, 0.22, 0.14);
    out.glow(0).colour(Palette.IRON);
    Walls.slab(out, 0, -0.13, 0, 0.18, 0.04, 0.18);
    out.pop();
  }

  /** A hanging board with a golden cup. */
  private static void sign(MeshBuilder out, double x, double z, double y) {
    out.push(x, y, z, 0);
    out.colour(Palette.IRON);
    Shapes.beam(out, new Vector3f(0, 0, 0), new Vector3f(0, 0, 1.25f), 0.07);
    out.push(0, -1.02, 0.72, 0).colour(Palette.DOOR);
    Shapes.box(out, 0.09, 0.86, 0.86);
    out.colour(Palette.BRASS);
    for (int side = -1; side <= 1; side += 2) {
      out.push(side * 0.05, 0.2, 0, Math.PI / 2);
      Walls.slab(out, 0, 0.28, 0, 0.34, 0.36, 0.05);
      Walls.slab(out, 0.22, 0.28, 0, 0.08, 0.22, 0.05);
      out.pop();
    }
    out.pop();
    out.pop();
  }

  private void chimney(MeshBuilder out, double width, double depth, double top, double rise) {
    boolean along = width >= depth;
    double reach = (along ? width : depth) * 0.28 * (random.nextBoolean() ? 1 : -1);
    out.push(along ? reach : 0.5, top - 0.4, along ? 0.5 : reach, 0);
    out.colour(Palette.STONE).occlusion(0.9f);
    Shapes.taperedBox(out, 0.85, 0.75, 0.7, 0.62, rise + 1.25);
    out.push(0, rise + 1.25, 0, 0).colour(Palette.DARK_STONE);
    Shapes.box(out, 0.88, 0.16, 0.8);
    out.pop();
    out.pop();
    out.occlusion(1);
  }
}
