package anima.client.sky;

import anima.world.Weather;
import com.jme3.math.ColorRGBA;
import com.jme3.math.FastMath;
import com.jme3.math.Vector3f;

/**
 * The light of an hour and a weather. Colours are proportional to light and may exceed 1.
 *
 * @param sunDirection towards the sun, or at night the moon; unit length
 * @param sun what arrives from there
 * @param skyLight what arrives from the sky, on upward faces
 * @param groundLight what the ground throws back, on downward faces
 * @param zenith colour of the sky overhead
 * @param haze colour of the sky at the horizon and of far things
 * @param glare what the haze gains towards the sun
 * @param cloudLight colour of thin cloud
 * @param cloudShade colour of thick cloud
 * @param cloudCover part of the sky in cloud, 0 to 1
 * @param hazePerMeter how fast things fade into the haze
 * @param night 0 by day, 1 by night: lamps and stars
 */
public record Daylight(
    Vector3f sunDirection,
    ColorRGBA sun,
    ColorRGBA skyLight,
    ColorRGBA groundLight,
    ColorRGBA zenith,
    ColorRGBA haze,
    ColorRGBA glare,
    ColorRGBA cloudLight,
    ColorRGBA cloudShade,
    float cloudCover,
    float hazePerMeter,
    float night) {

  /** How high the sun climbs at noon: low enough for long shadows all day. */
  private static final float NOON_ALTITUDE_RADIANS = 0.92f;

  /** The light at an hour (0 to 24). */
  public static Daylight at(double hour, Weather weather) {
    float turn = (float) ((hour - 6) / 12 * Math.PI);
    float altitude = FastMath.sin(turn) * NOON_ALTITUDE_RADIANS;
    SkyPalette palette = SkyPalette.at(FastMath.sin(altitude));
    float overcast = overcast(weather);
    boolean moon = altitude < -0.06f;
    Vector3f direction = direction(moon ? turn + FastMath.PI : turn, Math.abs(altitude));
    ColorRGBA grey = grey(palette.haze()).multLocal(0.9f);
    return new Daylight(
        direction,
        palette.sun().mult(1 - 0.86f * overcast),
        mix(palette.skyLight(), grey(palette.skyLight()).mult(1.35f), overcast),
        palette.groundLight(),
        mix(palette.zenith(), grey.mult(0.75f), overcast),
        mix(palette.haze(), grey, overcast * 0.8f),
        palette.glare().mult(1 - overcast),
        mix(palette.cloudLight(), grey, overcast * 0.7f),
        mix(palette.cloudShade(), grey.mult(0.55f), overcast),
        0.42f + 0.48f * overcast,
        hazePerMeter(weather),
        palette.night());
  }

  private static Vector3f direction(float turn, float altitude) {
    float flat = FastMath.cos(altitude);
    float east = FastMath.cos(turn);
    float south = FastMath.sqrt(Math.max(0, 1 - east * east)) * 0.75f + 0.2f;
    Vector3f level = new Vector3f(east, 0, south).normalizeLocal().multLocal(flat);
    return new Vector3f(level.x, FastMath.sin(Math.max(0.05f, altitude)), level.z).normalizeLocal();
  }

  private static float overcast(Weather weather) {
    return switch (weather) {
      case CLEAR -> 0;
      case CLOUDY -> 0.45f;
      case RAIN, SNOW -> 0.85f;
      case FOG -> 0.7f;
    };
  }

  private static float hazePerMeter(Weather weather) {
    return switch (weather) {
      case CLEAR -> 0.0017f;
      case CLOUDY -> 0.0022f;
      case RAIN -> 0.0055f;
      case SNOW -> 0.007f;
      case FOG -> 0.018f;
    };
  }

  private static ColorRGBA grey(ColorRGBA colour) {
    float light = 0.3f * colour.r + 0.55f * colour.g + 0.15f * colour.b;
    return new ColorRGBA(light * 0.96f, light, light * 1.06f, 1);
  }

  private static ColorRGBA mix(ColorRGBA from, ColorRGBA to, float part) {
    return new ColorRGBA().interpolateLocal(from, to, part);
  }
}
