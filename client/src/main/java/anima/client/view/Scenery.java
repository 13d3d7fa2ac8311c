package anima.client.view;

import anima.client.flora.Forest;
import anima.client.flora.Meadow;
import anima.client.flora.Planting;
import anima.client.mesh.Textures;
import anima.client.terrain.Ground;
import anima.client.terrain.GroundMap;
import anima.client.terrain.TerrainMesh;
import anima.client.village.Village;
import anima.client.water.Sea;
import anima.world.place.Place;
import anima.world.place.PlaceTerrain;
import com.jme3.asset.AssetManager;
import com.jme3.material.Material;
import com.jme3.material.RenderState;
import com.jme3.scene.Node;
import com.jme3.texture.Texture2D;

/**
 * Everything of a place that stays: built once, on any thread, before it is attached.
 *
 * @param casters what throws shadows
 * @param rest what does not: grass and the sea
 */
record Scenery(
    Ground ground, Node casters, Node rest, Forest forest, Meadow meadow, Village village) {

  static Scenery build(AssetManager assets, Place place, PlaceTerrain terrain, Preset preset) {
    Ground ground = new Ground(place, terrain);
    Planting planting = new Planting(ground, terrain);
    GroundMap map = new GroundMap(ground, preset.groundTexels(), planting.shades());
    Material solid = new Material(assets, "anima/client/shaders/Surface.j3md");
    Material leaves = solid.clone();
    leaves.setBoolean("Swaying", true);
    Material blades = leaves.clone();
    Texture2D detail = Textures.noise(256, 5, place.seed() + 1);
    leaves.setTexture("DetailMap", detail);
    blades.getAdditionalRenderState().setFaceCullMode(RenderState.FaceCullMode.Off);
    Village village = new Village(ground, solid);
    Node casters = new Node("casters");
    casters.attachChild(
        new TerrainMesh(ground, preset.groundStepMeters()).build(soil(solid, ground, map, detail)));
    Forest forest =
        new Forest(
            ground, planting.plants(), leaves, preset.leafSplits(), preset.fineLeavesMeters());
    casters.attachChild(forest.node());
    casters.attachChild(village.node());
    Meadow meadow =
        new Meadow(ground, map, blades, preset.grassReachMeters(), preset.grassPerSquareMeter());
    Node rest = new Node("rest");
    rest.attachChild(meadow.node());
    rest.attachChild(new Sea(assets, ground).spatial());
    return new Scenery(ground, casters, rest, forest, meadow, village);
  }

  private static Material soil(Material solid, Ground ground, GroundMap map, Texture2D detail) {
    Material soil = solid.clone();
    soil.setTexture("GroundMap", map.texture());
    soil.setTexture("DetailMap", detail);
    soil.setTexture("StoneMap", Textures.cobbles(512, ground.place().seed() + 2));
    soil.setFloat("GroundScale", 0.5f / ground.halfMeters());
    return soil;
  }
}
