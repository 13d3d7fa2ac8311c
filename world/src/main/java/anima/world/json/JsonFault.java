package anima.world.json;

/** What is wrong with a text, in one sentence: source, path within it, what was expected, found. */
public final class JsonFault extends Exception {
  private static final long serialVersionUID = 1L;

  public JsonFault(String source, String path, String what) {
    super(path.isEmpty() ? source + ": " + what : source + ": " + path + ": " + what);
  }
}
