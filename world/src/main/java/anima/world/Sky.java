package anima.world;

import anima.world.place.Place;

/**
 * Time of day and weather. The hour follows from the tick; at each full hour the weather may turn,
 * by a seeded chain, so the same everywhere. Owned by the world's thread.
 */
final class Sky {
  private static final int MINUTES_PER_DAY = 24 * 60;

  private final double startMinute;
  private final double minutesPerTick;
  private final boolean isCold;
  private Weather weather;

  /** State of SplitMix64 (Steele, Lea, Flood 2014). */
  private long random;

  Sky(Place place, Weather weather, long random) {
    startMinute = place.startHour() * 60;
    minutesPerTick = MINUTES_PER_DAY * Limits.TICK_SECONDS / (place.dayMinutes() * 60);
    isCold = place.weather() == Weather.SNOW;
    this.weather = weather;
    this.random = random;
  }

  Weather weather() {
    return weather;
  }

  long random() {
    return random;
  }

  /** 0 inclusive to 24 exclusive. */
  double hour(long tick) {
    return minute(tick) % MINUTES_PER_DAY / 60;
  }

  private double minute(long tick) {
    return startMinute + tick * minutesPerTick;
  }

  /** Goes on to a tick; says whether a minute began, and so whether there is something to tell. */
  boolean advance(long tick) {
    double now = Math.floor(minute(tick));
    double before = Math.floor(minute(tick - 1));
    if (Math.floor(now / 60) != Math.floor(before / 60)) {
      weather = next(percent());
    }
    return now != before;
  }

  private Weather next(int percent) {
    return switch (weather) {
      case CLEAR -> percent < 72 ? Weather.CLEAR : percent < 95 ? Weather.CLOUDY : Weather.FOG;
      case CLOUDY ->
          percent < 40
              ? Weather.CLEAR
              : percent < 75 ? Weather.CLOUDY : isCold ? Weather.SNOW : Weather.RAIN;
      case RAIN -> percent < 45 ? Weather.RAIN : Weather.CLOUDY;
      case FOG -> percent < 40 ? Weather.FOG : percent < 80 ? Weather.CLEAR : Weather.CLOUDY;
      case SNOW -> percent < 60 ? Weather.SNOW : Weather.CLOUDY;
    };
  }

  private int percent() {
    random += 0x9E3779B97F4A7C15L;
    long mixed = random;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (int) Long.remainderUnsigned(mixed, 100);
  }
}
