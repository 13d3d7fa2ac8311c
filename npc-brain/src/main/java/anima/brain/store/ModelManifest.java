package anima.brain.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  public record Entry(String name, long bytes, String sha256) {}

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

  /** As it lies in the file, where anything may be missing. */
  private record Note(
      @Nullable String source,
      @Nullable String revision,
      @Nullable String licence,
      @Nullable List<@Nullable NoteFile> files,
      @Nullable String added) {}

  private record NoteFile(@Nullable String name, long bytes, @Nullable String sha256) {}

  static ModelManifest read(Path folder) throws StoreException {
    Path file = folder.resolve(FILE);
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new StoreException(StoreFault.MANIFEST, file, "it is too large");
      }
      Note note = new Gson().fromJson(Files.readString(file), Note.class);
      return checked(file, note);
    } catch (IOException e) {
      throw new StoreException(StoreFault.UNREADABLE, file, e.getClass().getSimpleName());
    } catch (JsonParseException malformed) {
      throw new StoreException(StoreFault.MANIFEST, file, "it is not the JSON that is expected");
    }
  }

  private static ModelManifest checked(Path file, @Nullable Note note) throws StoreException {
    if (note == null
        || note.source() == null
        || note.revision() == null
        || note.licence() == null
        || note.files() == null
        || note.added() == null) {
      throw new StoreException(StoreFault.MANIFEST, file, "a field is missing");
    }
    List<Entry> entries = new ArrayList<>();
    for (NoteFile entry : note.files()) {
      if (entry == null
          || entry.name() == null
          || entry.sha256() == null
          || entry.bytes() < 0
          || entry.name().indexOf('/') >= 0
          || !OfferedFile.isSafe(entry.name())) {
        throw new StoreException(StoreFault.MANIFEST, file, "the entry of a file is unfit");
      }
      entries.add(new Entry(entry.name(), entry.bytes(), entry.sha256()));
    }
    return new ModelManifest(note.source(), note.revision(), note.licence(), entries, note.added());
  }
}
