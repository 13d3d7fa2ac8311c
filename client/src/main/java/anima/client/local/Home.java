package anima.client.local;

import java.nio.file.Path;
import java.util.Map;

/** Where Anima keeps what is not of one world: {@code ANIMA_HOME}, else {@code ~/.anima}. */
public final class Home {
  private Home() {}

  public static Path folder() {
    return folder(System.getenv());
  }

  static Path folder(Map<String, String> environment) {
    String named = environment.getOrDefault("ANIMA_HOME", "");
    return named.isBlank()
        ? Path.of(System.getProperty("user.home", ".")).resolve(".anima")
        : Path.of(named);
  }
}
