package anima.brain.bench.machine;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Draws frames with Java's software renderer: translucent, shaded, smoothed triangles on a picture
 * of 1280 × 720. Owned by one thread.
 */
final class FramePainter {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final float TRIANGLE_SIZE = 90;
  private static final int CALIBRATION_FRAMES = 30;
  private static final int CALIBRATION_TRIANGLES = 60;
  private static final int TRIANGLES_MAX = 20_000;

  private final BufferedImage picture =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
  private final SplittableRandom random;

  FramePainter(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** How many triangles this machine draws in so many milliseconds when nothing disturbs it. */
  int trianglesIn(double millis) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < CALIBRATION_FRAMES; i++) {
      long begin = System.nanoTime();
      paint(CALIBRATION_TRIANGLES);
      best = Math.min(best, (System.nanoTime() - begin) / 1e6);
    }
    return (int) Math.max(1, Math.min(TRIANGLES_MAX, CALIBRATION_TRIANGLES * millis / best));
  }

  void paint(int triangles) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(new GradientPaint(0, 0, Color.BLUE, 0, HEIGHT, Color.WHITE));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < triangles; i++) {
      float x = (float) random.nextDouble() * WIDTH;
      float y = (float) random.nextDouble() * HEIGHT;
      Color color = new Color(random.nextInt(256), random.nextInt(256), 90, 160);
      graphics.setPaint(
          new GradientPaint(x, y, color, x + TRIANGLE_SIZE, y + TRIANGLE_SIZE, Color.BLACK));
      Path2D.Float triangle = new Path2D.Float();
      triangle.moveTo(x, y);
      triangle.lineTo(x + TRIANGLE_SIZE, y + TRIANGLE_SIZE / 3);
      triangle.lineTo(x + TRIANGLE_SIZE / 2, y + TRIANGLE_SIZE);
      triangle.closePath();
      graphics.fill(triangle);
    }
    graphics.dispose();
  }
}
