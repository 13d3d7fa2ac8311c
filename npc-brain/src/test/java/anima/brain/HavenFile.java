package anima.brain;

import anima.world.json.JsonFault;
import anima.world.place.Place;
import anima.world.place.PlaceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place that ships with Anima, as the tests of this module see it. */
public final class HavenFile {
  private HavenFile() {}

  public static Place place() {
    Path file =
        Path.of(System.getProperty("basedir", "."))
            .resolve("../assets/src/main/resources/anima/places/haven.json");
    try (InputStream stream = Files.newInputStream(file)) {
      return PlaceReader.read("haven.json", stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonFault e) {
      throw new IllegalStateException(e);
    }
  }
}
