package anima.world;

/** The sky over a place. */
public enum Weather {
  CLEAR,
  CLOUDY,
  RAIN,
  FOG,
  SNOW
}
