package anima.world;

/** How far a voice carries over open ground. */
public enum Loudness {
  WHISPER(3),
  NORMAL(15),
  SHOUT(60);

  private final double earshotMeters;

  Loudness(double earshotMeters) {
    this.earshotMeters = earshotMeters;
  }

  /** Distance in metres within which a listener hears it. */
  public double earshotMeters() {
    return earshotMeters;
  }
}
