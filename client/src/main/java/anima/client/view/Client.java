package anima.client.view;

import anima.world.Session;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The desktop client as the rest of the program sees it. */
public final class Client {
  private Client() {}

  /**
   * Opens a window on a session and draws until it is closed; the session stays open.
   *
   * @param frameNanos hears how long each frame took, on the thread that draws
   * @return how it went; never throws for what a machine lacks
   * @throws BadOptionException if the settings folder's keys cannot be used
   */
  public static ClientOutcome run(
      Session session, ClientOptions options, ClientGuest guest, LongConsumer frameNanos)
      throws BadOptionException {
    Optional<String> missing = displayMissing();
    if (missing.isPresent()) {
      return new ClientOutcome(missing, options.preset().orElse(Preset.LOW), 0, 0, 0);
    }
    return new ClientApplication(session, options, guest, frameNanos).run();
  }

  /** Why this machine cannot open a window, in one sentence; empty if it can. */
  public static Optional<String> displayMissing() {
    return displayMissing(System.getProperty("os.name", ""), System.getenv());
  }

  static Optional<String> displayMissing(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean needsServer = !name.contains("win") && !name.contains("mac");
    boolean hasServer =
        !environment.getOrDefault("DISPLAY", "").isBlank()
            || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    return needsServer && !hasServer
        ? Optional.of("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.")
        : Optional.empty();
  }
}
