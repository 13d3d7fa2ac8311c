package anima.client.sky;

import com.jme3.math.ColorRGBA;
import com.jme3.math.FastMath;

/** Colours of a clear sky at one height of the sun, and between two of them. */
record SkyPalette(
    float sunHeight,
    ColorRGBA sun,
    ColorRGBA skyLight,
    ColorRGBA groundLight,
    ColorRGBA zenith,
    ColorRGBA haze,
    ColorRGBA glare,
    ColorRGBA cloudLight,
    ColorRGBA cloudShade,
    float night) {

  /** From deep night to noon; chosen by eye. */
  private static final SkyPalette[] BY_HEIGHT = {
    new SkyPalette(
        -0.30f,
        light(0.20f, 0.28f, 0.50f),
        light(0.055f, 0.085f, 0.17f),
        light(0.020f, 0.024f, 0.040f),
        light(0.006f, 0.012f, 0.040f),
        light(0.030f, 0.052f, 0.110f),
        light(0.03f, 0.04f, 0.07f),
        light(0.05f, 0.07f, 0.13f),
        light(0.02f, 0.03f, 0.06f),
        1),
    new SkyPalette(
        -0.08f,
        light(0.10f, 0.12f, 0.22f),
        light(0.17f, 0.18f, 0.34f),
        light(0.06f, 0.05f, 0.07f),
        light(0.035f, 0.055f, 0.17f),
        light(0.36f, 0.22f, 0.28f),
        light(0.45f, 0.18f, 0.05f),
        light(0.42f, 0.24f, 0.28f),
        light(0.12f, 0.10f, 0.18f),
        0.8f),
    new SkyPalette(
        0.07f,
        light(2.0f, 0.92f, 0.38f),
        light(0.40f, 0.38f, 0.56f),
        light(0.18f, 0.13f, 0.10f),
        light(0.10f, 0.18f, 0.42f),
        light(0.86f, 0.56f, 0.40f),
        light(1.1f, 0.50f, 0.14f),
        light(1.35f, 0.80f, 0.55f),
        light(0.42f, 0.34f, 0.44f),
        0.3f),
    new SkyPalette(
        0.32f,
        light(2.75f, 1.95f, 1.12f),
        light(0.52f, 0.62f, 0.84f),
        light(0.30f, 0.25f, 0.17f),
        light(0.10f, 0.26f, 0.62f),
        light(0.74f, 0.78f, 0.80f),
        light(0.75f, 0.48f, 0.22f),
        light(1.75f, 1.55f, 1.30f),
        light(0.78f, 0.78f, 0.86f),
        0),
    new SkyPalette(
        0.75f,
        light(2.80f, 2.45f, 1.90f),
        light(0.56f, 0.72f, 0.98f),
        light(0.34f, 0.31f, 0.22f),
        light(0.07f, 0.23f, 0.62f),
        light(0.60f, 0.76f, 0.92f),
        light(0.35f, 0.30f, 0.20f),
        light(1.95f, 1.95f, 1.95f),
        light(0.88f, 0.94f, 1.05f),
        0),
  };

  /** Colours when the sine of the sun's altitude is {@code height}. */
  static SkyPalette at(float height) {
    SkyPalette below = BY_HEIGHT[0];
    for (SkyPalette above : BY_HEIGHT) {
      if (height <= above.sunHeight) {
        float span = above.sunHeight - below.sunHeight;
        return span <= 0 ? above : below.towards(above, (height - below.sunHeight) / span);
      }
      below = above;
    }
    return below;
  }

  private SkyPalette towards(SkyPalette to, float part) {
    return new SkyPalette(
        FastMath.interpolateLinear(part, sunHeight, to.sunHeight),
        mix(sun, to.sun, part),
        mix(skyLight, to.skyLight, part),
        mix(groundLight, to.groundLight, part),
        mix(zenith, to.zenith, part),
        mix(haze, to.haze, part),
        mix(glare, to.glare, part),
        mix(cloudLight, to.cloudLight, part),
        mix(cloudShade, to.cloudShade, part),
        FastMath.interpolateLinear(part, night, to.night));
  }

  private static ColorRGBA light(float red, float green, float blue) {
    return new ColorRGBA(red, green, blue, 1);
  }

  private static ColorRGBA mix(ColorRGBA from, ColorRGBA to, float part) {
    return new ColorRGBA().interpolateLocal(from, to, part);
  }
}
