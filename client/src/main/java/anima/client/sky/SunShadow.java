package anima.client.sky;

import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.FastMath;
import com.jme3.math.Matrix4f;
import com.jme3.math.Vector3f;
import com.jme3.math.Vector4f;
import com.jme3.post.SceneProcessor;
import com.jme3.profile.AppProfiler;
import com.jme3.renderer.Camera;
import com.jme3.renderer.RenderManager;
import com.jme3.renderer.ViewPort;
import com.jme3.renderer.queue.RenderQueue;
import com.jme3.scene.Node;
import com.jme3.texture.FrameBuffer;
import com.jme3.texture.Image;
import com.jme3.texture.Texture;
import com.jme3.texture.Texture2D;
import org.jspecify.annotations.Nullable;

/**
 * One shadow map of the sun around the viewer, drawn in a view of its own. The map moves in steps
 * of whole texels, so that edges do not crawl as the viewer walks.
 */
public final class SunShadow extends BaseAppState {
  private static final Matrix4f CLIP_TO_MAP =
      new Matrix4f(
          0.5f, 0, 0, 0.5f, //
          0, 0.5f, 0, 0.5f, //
          0, 0, 0.5f, 0.5f, //
          0, 0, 0, 1);
  private static final float DEPTH_METERS = 260;

  private final Air air;
  private final Node casters;
  private final int sizeTexels;
  private final float radiusMeters;
  private final int taps;
  private final int everyFrames;
  private int frame;
  private @Nullable ViewPort view;
  private Vector3f sunDirection = Vector3f.UNIT_Y;

  /**
   * @param taps samples a side of a soft edge: 1 or 2
   * @param everyFrames the map is drawn anew once in so many frames
   */
  public SunShadow(
      Air air, Node casters, int sizeTexels, float radiusMeters, int taps, int everyFrames) {
    this.air = air;
    this.casters = casters;
    this.sizeTexels = sizeTexels;
    this.radiusMeters = radiusMeters;
    this.taps = taps;
    this.everyFrames = everyFrames;
  }

  /** Sets where the light comes from. */
  public void setSunDirection(Vector3f towardsSun) {
    sunDirection = towardsSun;
  }

  @Override
  protected void initialize(Application app) {
    Camera light = new Camera(sizeTexels, sizeTexels);
    light.setParallelProjection(true);
    light.setFrustum(1, DEPTH_METERS, -radiusMeters, radiusMeters, radiusMeters, -radiusMeters);
    Texture2D map = new Texture2D(sizeTexels, sizeTexels, Image.Format.Depth24);
    map.setShadowCompareMode(Texture.ShadowCompareMode.LessOrEqual);
    map.setMagFilter(Texture.MagFilter.Bilinear);
    map.setMinFilter(Texture.MinFilter.BilinearNoMipMaps);
    map.setWrap(Texture.WrapMode.EdgeClamp);
    FrameBuffer buffer = new FrameBuffer(sizeTexels, sizeTexels, 1);
    buffer.setDepthTarget(FrameBuffer.FrameBufferTarget.newTarget(map));
    ViewPort created = app.getRenderManager().createPreView("shadow of the sun", light);
    created.setClearFlags(false, true, false);
    created.setOutputFrameBuffer(buffer);
    created.attachScene(casters);
    created.addProcessor(new DepthOnly());
    air.useShadow(map);
    view = created;
  }

  @Override
  public void render(RenderManager renderManager) {
    ViewPort drawn = view;
    if (drawn == null) {
      return;
    }
    boolean due = frame++ % everyFrames == 0;
    drawn.setEnabled(due);
    if (due) {
      aim(drawn.getCamera(), getApplication().getCamera());
    }
  }

  private void aim(Camera light, Camera eye) {
    Vector3f middle = eye.getLocation().add(eye.getDirection().mult(radiusMeters * 0.62f));
    light.lookAtDirection(sunDirection.negate(), Vector3f.UNIT_Y);
    float texel = 2 * radiusMeters / sizeTexels;
    float across = snap(middle.dot(light.getLeft()), texel);
    float upwards = snap(middle.dot(light.getUp()), texel);
    float along = middle.dot(light.getDirection());
    Vector3f place =
        light
            .getLeft()
            .mult(across)
            .add(light.getUp().mult(upwards))
            .add(light.getDirection().mult(along - DEPTH_METERS / 2));
    light.setLocation(place);
    light.update();
    air.setShadow(
        CLIP_TO_MAP.mult(light.getViewProjectionMatrix()),
        new Vector4f(1f / sizeTexels, taps, radiusMeters, texel * 0.9f));
  }

  private static float snap(float value, float step) {
    return FastMath.floor(value / step) * step;
  }

  @Override
  protected void cleanup(Application app) {
    if (view != null) {
      app.getRenderManager().removePreView(view);
    }
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}

  /** Draws what is in the view by the shadow technique of its material. */
  private static final class DepthOnly implements SceneProcessor {
    private @Nullable RenderManager renderManager;

    @Override
    public void initialize(RenderManager manager, ViewPort viewPort) {
      renderManager = manager;
    }

    @Override
    public void reshape(ViewPort viewPort, int width, int height) {}

    @Override
    public boolean isInitialized() {
      return renderManager != null;
    }

    @Override
    public void preFrame(float seconds) {}

    @Override
    public void postQueue(RenderQueue queue) {
      if (renderManager != null) {
        renderManager.setForcedTechnique("PreShadow");
      }
    }

    @Override
    public void postFrame(FrameBuffer out) {
      if (renderManager != null) {
        renderManager.setForcedTechnique(null);
      }
    }

    @Override
    public void cleanup() {}

    @Override
    public void setProfiler(AppProfiler profiler) {}
  }
}
