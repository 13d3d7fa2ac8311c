package anima.brain.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses what the runtime needs of a model's files: either one GGUF file, or the folder of
 * safetensors with its shape, tokenizer and licence. Pickles are never taken.
 */
final class FileChoice {
  static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final Pattern SHARD = Pattern.compile("model-\\d{5}-of-\\d{5}\\.safetensors");
  private static final Pattern PICKLE =
      Pattern.compile(".*\\.(bin|pt|pth|pkl|ckpt)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LICENCE =
      Pattern.compile("(LICEN[CS]E|NOTICE|COPYING|USE_POLICY)(\\.(txt|md))?");
  private static final Set<String> BESIDE =
      Set.of(
          CONFIG,
          "generation_config.json",
          TOKENIZER,
          "vocab.json",
          "merges.txt",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "chat_template.jinja");

  /** How many names a sentence lists. */
  private static final int NAMES_MAX = 12;

  private final String source;
  private final List<OfferedFile> all;

  /**
   * A choice that has not been made.
   *
   * @param source named in sentences
   */
  FileChoice(String source, List<OfferedFile> all) {
    this.source = source;
    this.all = all;
  }

  /**
   * The files to take.
   *
   * @param wanted name or path of a GGUF file, if one was asked for
   */
  List<OfferedFile> choose(Optional<String> wanted) throws StoreException {
    if (wanted.isPresent()) {
      return List.of(gguf(wanted.get()));
    }
    List<OfferedFile> weights = safetensors();
    if (!weights.isEmpty()) {
      return folder(weights);
    }
    List<OfferedFile> ggufs = all.stream().filter(FileChoice::isGguf).toList();
    if (ggufs.size() == 1) {
      return ggufs;
    }
    if (!ggufs.isEmpty()) {
      throw new StoreException(StoreFault.FILE_CHOICE, source, ggufs.get(0).name(), names(ggufs));
    }
    List<OfferedFile> pickles =
        all.stream().filter(file -> PICKLE.matcher(file.name()).matches()).toList();
    throw pickles.isEmpty()
        ? new StoreException(StoreFault.NO_WEIGHTS, source)
        : new StoreException(StoreFault.PICKLES, source, names(pickles));
  }

  static boolean isGguf(OfferedFile file) {
    return file.name().endsWith(".gguf");
  }

  private OfferedFile gguf(String wanted) throws StoreException {
    for (OfferedFile file : all) {
      if (isGguf(file) && (file.path().equals(wanted) || file.name().equals(wanted))) {
        return file;
      }
    }
    throw new StoreException(
        StoreFault.FILE_UNKNOWN,
        source,
        wanted,
        names(all.stream().filter(FileChoice::isGguf).toList()));
  }

  /** The single file where both forms are there: it holds the same. */
  private List<OfferedFile> safetensors() {
    List<OfferedFile> shards = new ArrayList<>();
    for (OfferedFile file : all) {
      if (file.path().equals(WEIGHTS)) {
        return List.of(file);
      }
      if (file.path().equals(INDEX) || SHARD.matcher(file.path()).matches()) {
        shards.add(file);
      }
    }
    return has(INDEX) ? shards : List.of();
  }

  private List<OfferedFile> folder(List<OfferedFile> weights) throws StoreException {
    if (!has(CONFIG)) {
      throw new StoreException(StoreFault.FILE_NEEDED, source, CONFIG);
    }
    if (!has(TOKENIZER) && !(has("vocab.json") && has("merges.txt"))) {
      throw new StoreException(StoreFault.FILE_NEEDED, source, TOKENIZER);
    }
    List<OfferedFile> chosen = new ArrayList<>(weights);
    for (OfferedFile file : all) {
      if (BESIDE.contains(file.path()) || LICENCE.matcher(file.path()).matches()) {
        chosen.add(file);
      }
    }
    return chosen;
  }

  private boolean has(String path) {
    return all.stream().anyMatch(file -> file.path().equals(path));
  }

  private static String names(List<OfferedFile> files) {
    String names =
        String.join(", ", files.stream().limit(NAMES_MAX).map(OfferedFile::name).toList());
    return files.isEmpty() ? "–" : files.size() > NAMES_MAX ? names + ", …" : names;
  }
}
