package anima.voice.vosk;

import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that looks like a Vosk model in every respect that can be seen from outside: layout,
 * sizes, kinds of the files, no file cut short. Only {@link ModelTrial} knows whether it loads.
 *
 * <p>Layout (Vosk's second; the first is not read): {@code am/final.mdl}, {@code conf/mfcc.conf},
 * {@code conf/model.conf}, {@code graph/HCLr.fst} with {@code graph/Gr.fst} (or one {@code
 * graph/HCLG.fst}), {@code graph/phones/word_boundary.int}, and for most {@code ivector}.
 */
public record ModelFolder(Path path) {
  private static final long TEXT_BYTES_MAX = 64 << 10;
  private static final List<String> IVECTOR =
      List.of(
          "final.dubm",
          "final.ie",
          "final.mat",
          "global_cmvn.stats",
          "online_cmvn.conf",
          "splice.conf");

  /** Checks a folder. */
  public static ModelFolder check(Path folder) throws VoiceException {
    if (!Files.isDirectory(folder)) {
      throw new VoiceException(VoiceFault.MODEL_FOLDER_MISSING, folder.toString());
    }
    Path whole = folder.toAbsolutePath().normalize();
    try {
      checkLayout(whole);
      checkFeatures(whole);
      AcousticModelFile.check(whole, whole.resolve("am/final.mdl"));
      for (Path graph : graphs(whole)) {
        GraphFile.check(whole, graph);
      }
    } catch (IOException e) {
      throw damaged(whole, e.getMessage() + " cannot be read");
    }
    return new ModelFolder(whole);
  }

  /** True if phrases to listen for can be given at run time. */
  public boolean takesGrammar() {
    return !Files.exists(path.resolve("graph/HCLG.fst"));
  }

  private static List<Path> graphs(Path folder) {
    Path single = folder.resolve("graph/HCLG.fst");
    return Files.exists(single)
        ? List.of(single)
        : List.of(folder.resolve("graph/HCLr.fst"), folder.resolve("graph/Gr.fst"));
  }

  private static void checkLayout(Path folder) throws VoiceException {
    if (!Files.isDirectory(folder.resolve("am"))) {
      String what = Files.exists(folder.resolve("final.mdl")) ? "it has the old layout" : "no am";
      throw foreign(folder, what);
    }
    for (String name :
        List.of(
            "am/final.mdl",
            "conf/mfcc.conf",
            "conf/model.conf",
            "graph/phones/word_boundary.int")) {
      requireContent(folder, name);
    }
    for (Path graph : graphs(folder)) {
      requireContent(folder, folder.relativize(graph).toString());
    }
    if (Files.exists(folder.resolve("ivector"))) {
      for (String name : IVECTOR) {
        requireContent(folder, "ivector/" + name);
      }
    }
  }

  private static void requireContent(Path folder, String name) throws VoiceException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw foreign(folder, "it has no " + name);
    }
    if (file.toFile().length() == 0) {
      throw damaged(folder, name + " is empty");
    }
  }

  /** Our sound has 16 kHz; the library ends the process on a model of another rate. */
  private static void checkFeatures(Path folder) throws IOException, VoiceException {
    for (String name : List.of("conf/mfcc.conf", "conf/model.conf")) {
      Path file = folder.resolve(name);
      if (Files.size(file) > TEXT_BYTES_MAX) {
        throw foreign(folder, name + " is too long");
      }
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String line : text.lines().map(String::strip).toList()) {
        if (!line.isEmpty() && !line.startsWith("--") && !line.startsWith("#")) {
          throw foreign(folder, name + " has a line that is no option");
        }
        if (line.startsWith("--sample-frequency=") && !line.matches(".*=16000(\\.0*)?")) {
          throw foreign(folder, "it is not for sound of 16 kHz");
        }
      }
    }
  }

  static VoiceException foreign(Path folder, String what) {
    return new VoiceException(VoiceFault.MODEL_FOREIGN, folder.toString(), what);
  }

  static VoiceException damaged(Path folder, String what) {
    return new VoiceException(VoiceFault.MODEL_DAMAGED, folder.toString(), what);
  }
}
