package anima.client.view;

import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.math.Vector3f;
import com.jme3.scene.Node;

/** Attaches the scenery and keeps what depends on the viewer near the viewer. */
final class SceneryState extends BaseAppState {
  private static final int SQUARES_PER_FRAME = 2;

  private final Node root;
  private final Scenery scenery;
  private boolean begun;

  SceneryState(Node root, Scenery scenery) {
    this.root = root;
    this.scenery = scenery;
  }

  @Override
  protected void initialize(Application app) {
    root.attachChild(scenery.casters());
    root.attachChild(scenery.rest());
  }

  @Override
  public void update(float seconds) {
    Vector3f eye = getApplication().getCamera().getLocation();
    scenery.meadow().tend(eye, begun ? SQUARES_PER_FRAME : Integer.MAX_VALUE);
    scenery.forest().show(eye);
    scenery.village().update(seconds);
    begun = true;
  }

  @Override
  protected void cleanup(Application app) {
    scenery.casters().removeFromParent();
    scenery.rest().removeFromParent();
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
