package anima.client.village;

import anima.client.mesh.MeshBuilder;
import anima.client.terrain.Ground;
import anima.world.place.House;
import anima.world.place.Place;
import anima.world.place.Thing;
import com.jme3.material.Material;
import com.jme3.math.Vector3f;
import com.jme3.math.Vector4f;
import com.jme3.scene.Geometry;
import com.jme3.scene.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** All that people built in a place, each house a geometry; mills turn and boats rock. */
public final class Village {
  private static final float LAMP_REACH_METERS = 12;
  private static final float BEACON_REACH_METERS = 26;
  private static final float SAIL_RADIANS_PER_SECOND = 0.42f;

  private final Ground ground;
  private final Material material;
  private final Node node = new Node("village");
  private final List<Node> sails = new ArrayList<>();
  private final List<Geometry> boats = new ArrayList<>();
  private final List<Vector4f> lamps = new ArrayList<>();
  private float seconds;

  public Village(Ground ground, Material material) {
    this.ground = ground;
    this.material = material;
    Place place = ground.place();
    SplittableRandom random = new SplittableRandom(place.seed() + 77);
    place.houses().forEach(house -> add(house, random.split()));
    place.things().forEach(this::add);
  }

  public Node node() {
    return node;
  }

  /** Moves what moves. */
  public void update(float secondsPassed) {
    seconds += secondsPassed;
    for (Node each : sails) {
      each.rotate(0, 0, -SAIL_RADIANS_PER_SECOND * secondsPassed);
    }
    float phase = 0;
    for (Geometry boat : boats) {
      phase += 1.7f;
      Vector3f at = boat.getLocalTranslation();
      boat.setLocalTranslation(at.x, seaLevel() + 0.05f * wave(1.1f, phase), at.z);
      float yaw = boat.getLocalRotation().toAngles(null)[1];
      boat.setLocalRotation(
          boat.getLocalRotation()
              .fromAngles(0.025f * wave(0.9f, phase), yaw, 0.05f * wave(1.3f, phase)));
    }
  }

  /** The lamps nearest to a point, as (x, y, z, reach). */
  public List<Vector4f> lampsNear(Vector3f eye, int countMax) {
    return lamps.stream()
        .sorted(Comparator.comparingDouble(lamp -> distance(lamp, eye) - lamp.w))
        .limit(countMax)
        .toList();
  }

  private static double distance(Vector4f lamp, Vector3f eye) {
    return eye.distance(new Vector3f(lamp.x, lamp.y, lamp.z));
  }

  private float wave(float speed, float phase) {
    return (float) Math.sin(seconds * speed + phase);
  }

  private float seaLevel() {
    return (float) ground.place().seaLevelMeters();
  }

  private void add(House house, SplittableRandom random) {
    MeshBuilder out = new MeshBuilder();
    switch (house.kind()) {
      case "tower" -> Towers.lighthouse(out, house);
      case "mill" -> Towers.mill(out, house);
      case "forge" -> Worksteads.forge(out, house, random);
      case "stall" -> Worksteads.stall(out, house, random);
      case "jetty" -> Worksteads.jetty(out, house, random);
      default -> new Dwelling(house, random).draw(out);
    }
    Geometry geometry = new Geometry(house.id(), out.build());
    geometry.setMaterial(material);
    float yaw = (float) Math.toRadians(house.yawDegrees());
    Node at = new Node(house.id());
    at.setLocalTranslation((float) house.x(), foot(house), (float) house.z());
    at.rotate(0, yaw, 0);
    at.attachChild(geometry);
    node.attachChild(at);
    light(house, at);
    if (house.kind().equals("mill")) {
      at.attachChild(sails(house));
    }
  }

  private float foot(House house) {
    return house.kind().equals("jetty")
        ? seaLevel() + (float) house.heightMeters()
        : ground.height(house.x(), house.z());
  }

  private void light(House house, Node at) {
    float yaw = (float) Math.toRadians(house.yawDegrees());
    switch (house.kind()) {
      case "tower" ->
          lamp(at.getLocalTranslation(), (float) house.heightMeters() * 0.9f, BEACON_REACH_METERS);
      case "cottage", "inn", "hall", "forge" -> {
        float out = (float) house.depthMeters() / 2 + 0.6f;
        Vector3f door =
            at.getLocalTranslation()
                .add((float) Math.sin(yaw) * out, 0, (float) Math.cos(yaw) * out);
        lamp(door, 2.0f, LAMP_REACH_METERS * 0.8f);
      }
      default -> {}
    }
  }

  private void lamp(Vector3f foot, float height, float reach) {
    lamps.add(new Vector4f(foot.x, foot.y + height, foot.z, reach));
  }

  private Node sails(House mill) {
    MeshBuilder out = new MeshBuilder();
    Towers.sails(out, mill.heightMeters() * 0.66);
    Geometry geometry = new Geometry("sails", out.build());
    geometry.setMaterial(material);
    Node hub = new Node("hub");
    hub.attachChild(geometry);
    float reach = (float) Math.min(mill.widthMeters(), mill.depthMeters()) / 2 + 0.55f;
    hub.setLocalTranslation(0, (float) (mill.heightMeters() * Towers.HUB_PART), reach);
    sails.add(hub);
    return hub;
  }

  private void add(Thing thing) {
    MeshBuilder out = new MeshBuilder();
    Things.draw(out, thing);
    Geometry geometry = new Geometry(thing.id(), out.build());
    geometry.setMaterial(material);
    boolean afloat = thing.kind().equals("boat") && ground.aboveSea(thing.x(), thing.z()) < -0.2;
    float y = afloat ? seaLevel() : deckOrGround(thing);
    geometry.setLocalTranslation((float) thing.x(), y, (float) thing.z());
    geometry.rotate(0, (float) Math.toRadians(thing.yawDegrees()), 0);
    node.attachChild(geometry);
    if (afloat) {
      boats.add(geometry);
    }
    if (thing.kind().equals("lamp")) {
      lamp(geometry.getLocalTranslation(), (float) Things.LAMP_METERS, LAMP_REACH_METERS);
    }
  }

  private float deckOrGround(Thing thing) {
    float lowest = ground.height(thing.x(), thing.z());
    for (House house : ground.place().houses()) {
      boolean onDeck =
          house.kind().equals("jetty")
              && anima.client.terrain.Plane.houseDistance(house, thing.x(), thing.z()) <= 0;
      if (onDeck) {
        return Math.max(lowest, foot(house));
      }
    }
    return lowest;
  }
}
