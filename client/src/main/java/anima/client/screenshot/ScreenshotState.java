package anima.client.screenshot;

import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.post.SceneProcessor;
import com.jme3.profile.AppProfiler;
import com.jme3.renderer.Camera;
import com.jme3.renderer.RenderManager;
import com.jme3.renderer.ViewPort;
import com.jme3.renderer.queue.RenderQueue;
import com.jme3.texture.FrameBuffer;
import com.jme3.texture.Image;
import com.jme3.util.BufferUtils;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Writes pictures to files: when asked, and one after some time if the options want it. */
public final class ScreenshotState extends BaseAppState {
  /** Pictures drawn before the first that is kept, so that nothing is half there. */
  private static final int FRAMES_MIN = 4;

  /** Pictures that may be asked for ahead; more are refused with a sentence. */
  static final int WISHES_MAX = 16;

  private final Queue<Wish> wishes = new ArrayBlockingQueue<>(WISHES_MAX);
  private double seconds;
  private int frames;

  private record Wish(Path file, double afterSeconds, Consumer<String> done) {}

  /**
   * Asks for a picture. Any thread.
   *
   * @param afterSeconds since the state was attached
   * @param done hears on the render thread, or at once if refused, what went wrong in one sentence,
   *     or an empty text
   */
  public void wish(Path file, double afterSeconds, Consumer<String> done) {
    if (!wishes.offer(new Wish(file, afterSeconds, done))) {
      done.accept("Too many pictures are asked for at once; %s is not taken.".formatted(file));
    }
  }

  @Override
  protected void initialize(Application app) {
    ViewPort last = app.getGuiViewPort();
    last.addProcessor(new Reader());
  }

  @Override
  public void update(float secondsPassed) {
    seconds += secondsPassed;
    frames++;
  }

  private void takeDue(RenderManager manager) {
    Wish wish = wishes.peek();
    if (wish != null && seconds >= wish.afterSeconds && frames >= FRAMES_MIN) {
      wishes.remove();
      wish.done.accept(take(manager, wish.file));
    }
  }

  private String take(RenderManager manager, Path file) {
    Camera camera = getApplication().getCamera();
    int width = camera.getWidth();
    int height = camera.getHeight();
    ByteBuffer pixels = BufferUtils.createByteBuffer(width * height * 4);
    manager.getRenderer().readFrameBufferWithFormat(null, pixels, Image.Format.RGBA8);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      boolean written = ImageIO.write(picture(pixels, width, height), "png", file.toFile());
      return written ? "" : "This Java cannot write PNG pictures.";
    } catch (IOException e) {
      return "The screenshot cannot be written to " + file + ": " + e.getMessage();
    }
  }

  private static BufferedImage picture(ByteBuffer rgba, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = ((height - 1 - y) * width + x) * 4;
        int red = rgba.get(at) & 255;
        int green = rgba.get(at + 1) & 255;
        int blue = rgba.get(at + 2) & 255;
        picture.setRGB(x, y, (red << 16) | (green << 8) | blue);
      }
    }
    return picture;
  }

  @Override
  protected void cleanup(Application app) {}

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}

  /** Waits for the whole picture, what is written over it included. */
  private final class Reader implements SceneProcessor {
    private @Nullable RenderManager renderManager;

    @Override
    public void initialize(RenderManager manager, ViewPort viewPort) {
      renderManager = manager;
    }

    @Override
    public boolean isInitialized() {
      return renderManager != null;
    }

    @Override
    public void postFrame(FrameBuffer out) {
      if (renderManager != null) {
        takeDue(renderManager);
      }
    }

    @Override
    public void reshape(ViewPort viewPort, int width, int height) {}

    @Override
    public void preFrame(float secondsPassed) {}

    @Override
    public void postQueue(RenderQueue queue) {}

    @Override
    public void cleanup() {}

    @Override
    public void setProfiler(AppProfiler profiler) {}
  }
}
