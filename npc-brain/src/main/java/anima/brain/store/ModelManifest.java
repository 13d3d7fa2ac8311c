package anima.brain.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The note beside a model: where it came from and what it must be.
 *
 * @param source address or folder that it was taken from
 * @param revision commit at the hub; empty where there is none
 * @param licence as the source stated it; empty if it stated none
 * @param files in order of their names
 * @param added when, as ISO 8601 in UTC
 */
public record ModelManifest(
    String source, String revision, String licence, List<Entry> files, String added) {
  public static final String FILE = "anima-model.json";
  private static final long BYTES_MAX = 4 << 20;

  /**
   * A file of the model.
   *
   * @param sha256 in lower-case hexadecimal
   */
  public record Entry(String name, long bytes, String sha256) {
    private boolean fits() {
      return OfferedFile.isSafe(name) && name.indexOf('/') < 0 && bytes >= 0;
    }
  }

  public ModelManifest {
    files = List.copyOf(files);
  }

  public long bytes() {
    return files.stream().mapToLong(Entry::bytes).sum();
  }

  void write(Path folder) throws IOException {
    String json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(this);
    Files.writeString(folder.resolve(FILE), json + "\n", StandardCharsets.UTF_8);
  }

  static ModelManifest read(Path folder) throws StoreException {
    Path file = folder.resolve(FILE);
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new StoreException(StoreFault.MANIFEST, file, "it is too large");
      }
      @Nullable ModelManifest manifest =
          new Gson().fromJson(Files.readString(file), ModelManifest.class);
      if (manifest == null || !manifest.files().stream().allMatch(Entry::fits)) {
        throw new StoreException(StoreFault.MANIFEST, file, "a field is missing or unfit");
      }
      return manifest;
    } catch (IOException e) {
      throw new StoreException(StoreFault.UNREADABLE, file, e.getClass().getSimpleName());
    } catch (JsonParseException | NullPointerException malformed) {
      throw new StoreException(StoreFault.MANIFEST, file, "it is not the JSON that is expected");
    }
  }
}
