package anima.voice;

/** Turns the sound of one turn into words. Used and closed by one thread, the ear's. */
public interface Recognizer extends AutoCloseable {
  SpokenLanguage language();

  void accept(AudioFrame frame);

  /** What it makes of the turn so far; blank if nothing. May still change. */
  String partial();

  /** Ends the turn and is ready for the next. */
  Transcript finish();

  /** Throws the turn away and is ready for the next. */
  void reset();

  @Override
  void close();
}
