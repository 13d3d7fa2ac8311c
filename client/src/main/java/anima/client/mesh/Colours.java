package anima.client.mesh;

import com.jme3.math.ColorRGBA;

/** Colours as people write them (0xRRGGBB) and as shaders want them. */
public final class Colours {
  private Colours() {}

  /** The written colour with components from 0 to 1, still in the screen's curve. */
  public static ColorRGBA of(int rgb) {
    return new ColorRGBA(
        ((rgb >> 16) & 255) / 255f, ((rgb >> 8) & 255) / 255f, (rgb & 255) / 255f, 1);
  }

  /** The written colour in proportion to light, for adding and multiplying. */
  public static ColorRGBA linear(int rgb) {
    ColorRGBA colour = of(rgb);
    colour.r = (float) Math.pow(colour.r, 2.2);
    colour.g = (float) Math.pow(colour.g, 2.2);
    colour.b = (float) Math.pow(colour.b, 2.2);
    return colour;
  }

  /** Part {@code t} of the way from one written colour to another. */
  public static int mix(int from, int to, double t) {
    double part = Math.max(0, Math.min(1, t));
    int red = channel(from >> 16, to >> 16, part);
    int green = channel(from >> 8, to >> 8, part);
    int blue = channel(from, to, part);
    return (red << 16) | (green << 8) | blue;
  }

  /** The same hue, brighter (above 1) or darker (below 1). */
  public static int shade(int rgb, double factor) {
    return factor <= 1 ? mix(0, rgb, factor) : mix(rgb, 0xFFFFFF, 1 - 1 / factor);
  }

  private static int channel(int from, int to, double t) {
    return (int) Math.round((from & 255) + ((to & 255) - (from & 255)) * t);
  }
}
