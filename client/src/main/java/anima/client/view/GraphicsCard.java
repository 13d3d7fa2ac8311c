package anima.client.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.lwjgl.opengl.GL11C;

/** Whether pictures are drawn by a graphics card or by the processor. */
final class GraphicsCard {
  private GraphicsCard() {}

  /** A guess before there is a window, from what Linux shows of its devices. */
  static boolean isLikely() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    boolean forcedSoftware = "1".equals(System.getenv("LIBGL_ALWAYS_SOFTWARE"));
    return !forcedSoftware && (!linux || Files.isDirectory(Path.of("/dev/dri")));
  }

  /** The name by which the driver calls itself; only where there is a context. */
  static String name() {
    String name = GL11C.glGetString(GL11C.GL_RENDERER);
    return name == null ? "unknown" : name;
  }

  /** Whether a driver of that name draws with the processor. */
  static boolean isSoftware(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("llvmpipe")
        || lower.contains("softpipe")
        || lower.contains("swrast")
        || lower.contains("software")
        || lower.contains("basic render");
  }
}
