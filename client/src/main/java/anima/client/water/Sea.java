package anima.client.water;

import anima.client.mesh.Textures;
import anima.client.terrain.Ground;
import com.jme3.asset.AssetManager;
import com.jme3.material.Material;
import com.jme3.renderer.queue.RenderQueue;
import com.jme3.scene.Geometry;
import com.jme3.scene.Spatial;
import com.jme3.scene.shape.Quad;
import com.jme3.texture.Texture2D;
import com.jme3.util.BufferUtils;
import java.nio.ByteBuffer;

/** The sea: one sheet at the sea level, its shader knows the depth below from a map. */
public final class Sea {
  private static final float REACH_METERS = 1600;
  private static final int MAP_TEXELS = 256;

  /**
   * Depth of the map's full value; it holds square roots, fine at the shore, as the shader knows.
   */
  private static final float DEPTH_METERS_MAX = 16;

  private final Geometry sheet;

  public Sea(AssetManager assets, Ground ground) {
    Material material = new Material(assets, "anima/client/shaders/Water.j3md");
    material.setTexture("WaveMap", Textures.noise(128, 3, ground.place().seed() + 3));
    material.setTexture("DepthMap", depthMap(ground));
    material.setFloat("GroundScale", 0.5f / ground.halfMeters());
    sheet = new Geometry("sea", new Quad(2 * REACH_METERS, 2 * REACH_METERS));
    sheet.rotate(-(float) Math.PI / 2, 0, 0);
    sheet.setLocalTranslation(-REACH_METERS, (float) ground.place().seaLevelMeters(), REACH_METERS);
    sheet.setMaterial(material);
    sheet.setQueueBucket(RenderQueue.Bucket.Transparent);
  }

  public Spatial spatial() {
    return sheet;
  }

  private static Texture2D depthMap(Ground ground) {
    ByteBuffer data = BufferUtils.createByteBuffer(MAP_TEXELS * MAP_TEXELS * 4);
    float meters = 2 * ground.halfMeters() / MAP_TEXELS;
    for (int row = 0; row < MAP_TEXELS; row++) {
      for (int column = 0; column < MAP_TEXELS; column++) {
        float x = (column + 0.5f) * meters - ground.halfMeters();
        float z = (row + 0.5f) * meters - ground.halfMeters();
        float depth = Math.max(0, Math.min(1, -ground.aboveSea(x, z) / DEPTH_METERS_MAX));
        data.put((byte) Math.round(255 * Math.sqrt(depth)))
            .put((byte) 0)
            .put((byte) 0)
            .put((byte) 255);
      }
    }
    data.flip();
    return Textures.of(MAP_TEXELS, data);
  }
}
