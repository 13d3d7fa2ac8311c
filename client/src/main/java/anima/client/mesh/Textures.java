package anima.client.mesh;

import com.jme3.texture.Image;
import com.jme3.texture.Texture;
import com.jme3.texture.Texture2D;
import com.jme3.texture.image.ColorSpace;
import com.jme3.util.BufferUtils;
import java.nio.ByteBuffer;

/** Textures made by code. */
public final class Textures {
  private static final int COBBLE_ROWS = 10;
  private static final int COBBLE_COLUMNS = 7;

  private Textures() {}

  /** A square that repeats without seams; red and green hold unrelated fractal noise. */
  public static Texture2D noise(int size, int octaves, long seed) {
    float[] red = tile(size, octaves, seed);
    float[] green = tile(size, octaves, seed * 31 + 7);
    ByteBuffer data = BufferUtils.createByteBuffer(size * size * 4);
    for (int i = 0; i < size * size; i++) {
      data.put(toByte(red[i])).put(toByte(green[i])).put((byte) 0).put((byte) 255);
    }
    data.flip();
    Texture2D texture = of(size, data);
    texture.setWrap(Texture.WrapMode.Repeat);
    smooth(texture);
    return texture;
  }

  /** Cobbles in rows that repeat without seams; alpha is 0 in the joints. */
  public static Texture2D cobbles(int size, long seed) {
    Noise noise = new Noise(seed);
    ByteBuffer data = BufferUtils.createByteBuffer(size * size * 4);
    for (int i = 0; i < size * size; i++) {
      double u = (i % size) / (double) size;
      double v = Math.floorDiv(i, size) / (double) size;
      double row = Math.floor(v * COBBLE_ROWS);
      double across = u * COBBLE_COLUMNS + noise.at(row * 3.7, 1) * COBBLE_COLUMNS;
      double column = Math.floor(across) % COBBLE_COLUMNS;
      double inX = Math.abs(across - Math.floor(across) - 0.5) * 2;
      double inZ = Math.abs(v * COBBLE_ROWS - row - 0.5) * 2;
      double round = Math.pow(Math.pow(inX, 4) + Math.pow(inZ, 4), 0.25);
      double stone = 1 - smooth(Math.max(0, Math.min(1, (round - 0.72) / 0.24)));
      double tone = 0.26 + 0.2 * noise.at(column * 5.3 + 90, row * 7.1);
      double dome = 0.84 + 0.16 * (1 - round);
      float light = (float) (0.11 + (tone * dome - 0.11) * stone);
      float warm = (float) (0.92 + 0.12 * noise.at(column * 3.1, row * 2.3 + 40));
      data.put(toByte(light * warm * 1.04f)).put(toByte(light)).put(toByte(light * 0.88f / warm));
      data.put(toByte((float) stone));
    }
    data.flip();
    Texture2D texture = of(size, data);
    texture.setWrap(Texture.WrapMode.Repeat);
    smooth(texture);
    return texture;
  }

  /** A square texture of red, green, blue and alpha bytes, rows along +Z. */
  public static Texture2D of(int size, ByteBuffer rgba) {
    Texture2D texture =
        new Texture2D(new Image(Image.Format.RGBA8, size, size, rgba, ColorSpace.Linear));
    texture.setMagFilter(Texture.MagFilter.Bilinear);
    texture.setMinFilter(Texture.MinFilter.BilinearNoMipMaps);
    texture.setWrap(Texture.WrapMode.EdgeClamp);
    return texture;
  }

  /**
   * Gives a texture its smaller copies for what is far away. Never with anisotropic filtering: the
   * software renderer takes half a minute a picture for it.
   */
  public static void smooth(Texture2D texture) {
    texture.setMinFilter(Texture.MinFilter.Trilinear);
  }

  private static byte toByte(float value) {
    return (byte) Math.round(Math.max(0, Math.min(1, value)) * 255);
  }

  /** Octaves of periodic noise, stretched to the full range. */
  private static float[] tile(int size, int octaves, long seed) {
    float[] sum = new float[size * size];
    float low = Float.MAX_VALUE;
    float high = -Float.MAX_VALUE;
    for (int i = 0; i < sum.length; i++) {
      double u = (i % size) / (double) size;
      double v = Math.floorDiv(i, size) / (double) size;
      float value = 0;
      for (int octave = 0; octave < octaves; octave++) {
        int period = 4 << octave;
        value += periodic(u * period, v * period, period, seed + octave) / (1 << octave);
      }
      sum[i] = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] - low) / (high - low);
    }
    return sum;
  }

  private static float periodic(double x, double y, int period, long seed) {
    Noise noise = new Noise(seed);
    double part = smooth(x / period);
    double down = smooth(y / period);
    double a = noise.at(x, y);
    double b = noise.at(x - period, y);
    double c = noise.at(x, y - period);
    double d = noise.at(x - period, y - period);
    return (float) ((a * (1 - part) + b * part) * (1 - down) + (c * (1 - part) + d * part) * down);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
