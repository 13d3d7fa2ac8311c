package anima.brain.serve;

import java.util.Map;

/** Settings of the JDK's HTTP server, which reads them when it is first used. */
final class HttpSettings {
  private static final Map<String, String> SETTINGS =
      Map.of(
          // A piece of a stream goes out at once.
          "sun.net.httpserver.nodelay", "true",
          // Seconds in which a caller must have sent his request.
          "sun.net.httpserver.maxReqTime", "30",
          "sun.net.httpserver.maxReqHeaders", "64",
          "sun.net.httpserver.maxIdleConnections", "64");

  private HttpSettings() {}

  /** Applies what nobody has set otherwise. */
  static void apply() {
    SETTINGS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
