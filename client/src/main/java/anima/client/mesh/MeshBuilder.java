package anima.client.mesh;

import com.jme3.math.FastMath;
import com.jme3.math.Matrix3f;
import com.jme3.math.Quaternion;
import com.jme3.math.Vector3f;
import com.jme3.scene.Mesh;
import com.jme3.scene.VertexBuffer;
import com.jme3.util.BufferUtils;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Collects triangles for the surface shader: position, normal, colour with ambient occlusion as its
 * alpha, and (glow, sway) as texture coordinate. The pen (colour, occlusion, glow, sway, joint) and
 * the transform apply to what is added after they were set. Counter-clockwise faces look outwards.
 */
public final class MeshBuilder {
  private final Floats positions = new Floats();
  private final Floats normals = new Floats();
  private final Floats colours = new Floats();
  private final Floats extras = new Floats();
  private final Floats joints = new Floats();
  private final Floats weights = new Floats();
  private final Ints indices = new Ints();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Frame frame = Frame.of(Vector3f.ZERO, Matrix3f.IDENTITY);
  private int rgb = 0xFFFFFF;
  private float occlusion = 1;
  private float glow;
  private float sway;
  private int jointA;
  private int jointB;
  private float weightB;
  private boolean jointed;

  /** Where the pen is: normals turn by the inverse transpose, for scales that differ by axis. */
  private record Frame(Vector3f origin, Matrix3f basis, Matrix3f normalBasis) {
    static Frame of(Vector3f origin, Matrix3f basis) {
      return new Frame(origin, basis, basis.invert().transposeLocal());
    }
  }

  public MeshBuilder colour(int newRgb) {
    rgb = newRgb;
    return this;
  }

  /** How much of the sky a point sees: 1 open, 0 buried. */
  public MeshBuilder occlusion(float open) {
    occlusion = open;
    return this;
  }

  /** Light given off at night, 0 to 1. */
  public MeshBuilder glow(float strength) {
    glow = strength;
    return this;
  }

  /** Movement in the wind, metres at full strength. */
  public MeshBuilder sway(float meters) {
    sway = meters;
    return this;
  }

  /** Two numbers of the ground's own, in place of glow and sway. */
  public MeshBuilder extra(float first, float second) {
    return glow(first).sway(second);
  }

  /** Binds what follows to a joint of a skeleton. */
  public MeshBuilder joint(int joint) {
    return joints(joint, joint, 0);
  }

  /** Binds what follows to two joints; {@code second} is the weight of {@code b}. */
  public MeshBuilder joints(int a, int b, float second) {
    jointed = true;
    jointA = a;
    jointB = b;
    weightB = second;
    return this;
  }

  public int rgb() {
    return rgb;
  }

  public int vertexCount() {
    return positions.size() / 3;
  }

  /** Starts a frame within the present one: moved, then turned about +Y by the yaw. */
  public MeshBuilder push(double x, double y, double z, double yawRadians) {
    return push(x, y, z, new Quaternion().fromAngles(0, (float) yawRadians, 0), 1, 1, 1);
  }

  public MeshBuilder push(double x, double y, double z, Quaternion turn) {
    return push(x, y, z, turn, 1, 1, 1);
  }

  public MeshBuilder push(
      double x, double y, double z, Quaternion turn, double sx, double sy, double sz) {
    frames.push(frame);
    Matrix3f scale = new Matrix3f((float) sx, 0, 0, 0, (float) sy, 0, 0, 0, (float) sz);
    Matrix3f basis = frame.basis.mult(turn.toRotationMatrix()).mult(scale);
    frame = Frame.of(toParent(new Vector3f((float) x, (float) y, (float) z)), basis);
    return this;
  }

  /** Ends the innermost frame. */
  public MeshBuilder pop() {
    frame = frames.pop();
    return this;
  }

  /** Adds a vertex and returns its index; the normal need not have unit length. */
  public int vertex(double x, double y, double z, double nx, double ny, double nz) {
    Vector3f point = toParent(new Vector3f((float) x, (float) y, (float) z));
    Vector3f normal = frame.normalBasis.mult(new Vector3f((float) nx, (float) ny, (float) nz));
    normal.normalizeLocal();
    positions.add(point.x, point.y, point.z);
    normals.add(normal.x, normal.y, normal.z);
    colours.add(
        ((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f, occlusion);
    extras.add(glow, sway);
    joints.add(jointA, jointB, 0, 0);
    weights.add(1 - weightB, weightB, 0, 0);
    return vertexCount() - 1;
  }

  public void triangle(int a, int b, int c) {
    indices.add(a, b, c);
  }

  /** A flat triangle with its own vertices. */
  public MeshBuilder flat(Vector3f a, Vector3f b, Vector3f c) {
    Vector3f normal = b.subtract(a).cross(c.subtract(a));
    if (normal.lengthSquared() < FastMath.ZERO_TOLERANCE * FastMath.ZERO_TOLERANCE) {
      return this;
    }
    triangle(at(a, normal), at(b, normal), at(c, normal));
    return this;
  }

  /** A flat four-cornered face, corners counter-clockwise seen from outside. */
  public MeshBuilder flat(Vector3f a, Vector3f b, Vector3f c, Vector3f d) {
    Vector3f normal = c.subtract(a).cross(d.subtract(b));
    int first = at(a, normal);
    int second = at(b, normal);
    int third = at(c, normal);
    int fourth = at(d, normal);
    triangle(first, second, third);
    triangle(first, third, fourth);
    return this;
  }

  private int at(Vector3f point, Vector3f normal) {
    return vertex(point.x, point.y, point.z, normal.x, normal.y, normal.z);
  }

  private Vector3f toParent(Vector3f point) {
    return frame.basis.mult(point).addLocal(frame.origin);
  }

  /** The mesh so far; with joints if any were named. */
  public Mesh build() {
    Mesh mesh = new Mesh();
    mesh.setBuffer(VertexBuffer.Type.Position, 3, positions.toArray());
    mesh.setBuffer(VertexBuffer.Type.Normal, 3, normals.toArray());
    mesh.setBuffer(VertexBuffer.Type.Color, 4, colours.toArray());
    mesh.setBuffer(VertexBuffer.Type.TexCoord, 2, extras.toArray());
    mesh.setBuffer(VertexBuffer.Type.Index, 3, BufferUtils.createIntBuffer(indices.toArray()));
    if (jointed) {
      addJoints(mesh);
    }
    mesh.setStatic();
    mesh.updateCounts();
    mesh.updateBound();
    return mesh;
  }

  private void addJoints(Mesh mesh) {
    float[] bound = joints.toArray();
    byte[] narrow = new byte[bound.length];
    for (int i = 0; i < bound.length; i++) {
      narrow[i] = (byte) bound[i];
    }
    mesh.setBuffer(VertexBuffer.Type.BoneIndex, 4, narrow);
    mesh.setBuffer(VertexBuffer.Type.BoneWeight, 4, weights.toArray());
    VertexBuffer indexOnCard = new VertexBuffer(VertexBuffer.Type.HWBoneIndex);
    indexOnCard.setUsage(VertexBuffer.Usage.CpuOnly);
    VertexBuffer weightOnCard = new VertexBuffer(VertexBuffer.Type.HWBoneWeight);
    weightOnCard.setUsage(VertexBuffer.Usage.CpuOnly);
    mesh.setBuffer(indexOnCard);
    mesh.setBuffer(weightOnCard);
    mesh.setMaxNumWeights(2);
    mesh.generateBindPose();
  }
}
