package anima.client.view;

import anima.world.Language;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a client is to be opened.
 *
 * @param preset cost of the picture; empty lets the client choose by the graphics card
 * @param windowed a window, else a picture drawn off the screen
 * @param screenshot file (PNG) to write the picture to, after which the client closes
 * @param screenshotAfterSeconds seconds from the first whole picture to the file
 * @param settingsFolder where keys and what was seen are kept; empty keeps nothing
 */
public record ClientOptions(
    Optional<Preset> preset,
    int widthPixels,
    int heightPixels,
    Language language,
    boolean windowed,
    boolean fullscreen,
    Optional<Path> screenshot,
    double screenshotAfterSeconds,
    Optional<Path> settingsFolder) {

  /** A window of 1280 by 720 in a language. */
  public static ClientOptions window(Language language) {
    return new ClientOptions(
        Optional.empty(), 1280, 720, language, true, false, Optional.empty(), 0, Optional.empty());
  }

  public ClientOptions withPreset(Preset chosen) {
    return new ClientOptions(
        Optional.of(chosen),
        widthPixels,
        heightPixels,
        language,
        windowed,
        fullscreen,
        screenshot,
        screenshotAfterSeconds,
        settingsFolder);
  }

  public ClientOptions withSize(int width, int height) {
    return new ClientOptions(
        preset,
        width,
        height,
        language,
        windowed,
        fullscreen,
        screenshot,
        screenshotAfterSeconds,
        settingsFolder);
  }

  public ClientOptions withScreenshot(Path file, double afterSeconds) {
    return new ClientOptions(
        preset,
        widthPixels,
        heightPixels,
        language,
        windowed,
        fullscreen,
        Optional.of(file),
        afterSeconds,
        settingsFolder);
  }

  public ClientOptions withSettingsFolder(Path folder) {
    return new ClientOptions(
        preset,
        widthPixels,
        heightPixels,
        language,
        windowed,
        fullscreen,
        screenshot,
        screenshotAfterSeconds,
        Optional.of(folder));
  }

  /** Drawn off the screen: nothing is seen, but pictures can be saved. */
  public ClientOptions offscreen() {
    return new ClientOptions(
        preset,
        widthPixels,
        heightPixels,
        language,
        false,
        false,
        screenshot,
        screenshotAfterSeconds,
        settingsFolder);
  }

  public ClientOptions asFullscreen() {
    return new ClientOptions(
        preset,
        widthPixels,
        heightPixels,
        language,
        true,
        true,
        screenshot,
        screenshotAfterSeconds,
        settingsFolder);
  }
}
