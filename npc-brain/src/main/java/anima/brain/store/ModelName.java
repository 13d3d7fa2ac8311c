package anima.brain.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a model: {@code owner/name}, and the file where several GGUF files share one name.
 *
 * @param file name of the file, without folders
 */
public record ModelName(String owner, String name, Optional<String> file) {
  private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
  private static final Pattern TEXT =
      Pattern.compile("(" + PART + ")/(" + PART + ")(?::(" + PART + "\\.gguf))?");

  /** Parts the file from the name in a folder's name; never part of either. */
  private static final String FILE_MARK = "+";

  public ModelName {
    if (!fits(owner) || !fits(name) || !file.map(ModelName::fits).orElse(true)) {
      throw new IllegalArgumentException("unfit name of a model: " + owner + "/" + name + file);
    }
  }

  /** Whether it can be an owner, a name or a file: nothing that leaves its folder. */
  static boolean fits(String part) {
    return part.matches(PART) && !part.contains("..") && !part.endsWith(".");
  }

  /** Reads {@code owner/name} or {@code owner/name:file.gguf}; empty if the text is neither. */
  public static Optional<ModelName> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches() || !fits(matcher.group(1)) || !fits(matcher.group(2))) {
      return Optional.empty();
    }
    Optional<String> file = Optional.ofNullable(matcher.group(3));
    return file.isPresent() && !fits(file.get())
        ? Optional.empty()
        : Optional.of(new ModelName(matcher.group(1), matcher.group(2), file));
  }

  /** Without the file: what the hub calls a repository. */
  public String repository() {
    return owner + "/" + name;
  }

  ModelName withFile(String other) {
    return new ModelName(owner, name, Optional.of(other));
  }

  /** The folder's name within the owner's. */
  String folder() {
    return name + file.map(it -> FILE_MARK + it).orElse("");
  }

  static Optional<ModelName> ofFolder(String owner, String folder) {
    return parse(owner + "/" + folder.replace(FILE_MARK, ":"));
  }

  @Override
  public String toString() {
    return repository() + file.map(it -> ":" + it).orElse("");
  }
}
