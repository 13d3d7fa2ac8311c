package anima.client.sky;

import anima.client.mesh.Textures;
import com.jme3.asset.AssetManager;
import com.jme3.material.Material;
import com.jme3.renderer.queue.RenderQueue;
import com.jme3.scene.Geometry;
import com.jme3.scene.Spatial;
import com.jme3.scene.shape.Sphere;

/** The dome of the sky, drawn behind everything. */
public final class SkyDome {
  private final Material material;
  private final Geometry geometry;

  public SkyDome(AssetManager assets, long seed) {
    material = new Material(assets, "anima/client/shaders/Sky.j3md");
    material.setTexture("CloudMap", Textures.noise(256, 5, seed));
    geometry = new Geometry("sky", new Sphere(24, 32, 1, false, true));
    geometry.setMaterial(material);
    geometry.setQueueBucket(RenderQueue.Bucket.Sky);
    geometry.setCullHint(Spatial.CullHint.Never);
  }

  public Spatial spatial() {
    return geometry;
  }

  /** Colours the clouds; the rest comes through the {@link Air}. */
  public void set(Daylight light) {
    material.setColor("CloudLight", light.cloudLight());
    material.setColor("CloudShade", light.cloudShade());
    material.setFloat("CloudCover", light.cloudCover());
  }
}
