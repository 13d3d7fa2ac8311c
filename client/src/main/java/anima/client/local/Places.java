package anima.client.local;

import anima.world.json.JsonFault;
import anima.world.place.Place;
import anima.world.place.PlaceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the place of a world: {@code place.json} in its folder, else the one that ships. */
public final class Places {
  private static final String HAVEN = "/anima/places/haven.json";

  private Places() {}

  /** The place of the world in a folder. */
  public static Place of(Path folder) throws FailureException {
    Path own = folder.resolve("place.json");
    if (!Files.exists(own)) {
      return haven();
    }
    try (InputStream stream = Files.newInputStream(own)) {
      return PlaceReader.read(own.toString(), stream);
    } catch (JsonFault fault) {
      throw FailureException.of(fault);
    } catch (IOException failure) {
      throw new FailureException("The place " + own + " cannot be read; check its permissions.");
    }
  }

  /** The village that ships with Anima. */
  public static Place haven() throws FailureException {
    try (InputStream stream = Places.class.getResourceAsStream(HAVEN)) {
      if (stream == null) {
        throw new FailureException("This build lacks " + HAVEN + "; build it anew.");
      }
      return PlaceReader.read("haven.json", stream);
    } catch (JsonFault | IOException fault) {
      throw FailureException.of(fault);
    }
  }
}
