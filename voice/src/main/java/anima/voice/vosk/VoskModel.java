package anima.voice.vosk;

import anima.voice.Recognizer;
import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;

/**
 * A loaded Vosk model: 75 MB and more, shared by all recognisers of its language. Any thread; close
 * it after them (the library itself counts its users, so the order does not crash).
 */
public final class VoskModel implements AutoCloseable {
  /** Most phrases to listen for, and the longest. */
  public static final int GRAMMAR_PHRASES_MAX = 2_000;

  public static final int PHRASE_LENGTH_MAX = 200;

  private final Model model;
  private final ModelFolder folder;
  private final SpokenLanguage language;

  private VoskModel(Model model, ModelFolder folder, SpokenLanguage language) {
    this.model = model;
    this.folder = folder;
    this.language = language;
  }

  /**
   * Checks a folder, tries it in another process, and loads it: 2 to 4 s, so not on a thread that
   * draws.
   */
  public static VoskModel open(Path path, SpokenLanguage language) throws VoiceException {
    ModelFolder folder = ModelFolder.check(path);
    ModelTrial.run(folder);
    return new VoskModel(load(folder), folder, language);
  }

  static Model load(ModelFolder folder) throws VoiceException {
    try {
      LibVosk.setLogLevel(LogLevel.WARNINGS);
      return new Model(folder.path().toString());
    } catch (IOException e) {
      throw ModelFolder.damaged(folder.path(), "the recogniser refuses it");
    } catch (LinkageError e) {
      throw new VoiceException(VoiceFault.RECOGNIZER_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  /** A recogniser of everything the model knows. */
  public Recognizer recognizer() throws VoiceException {
    return VoskRecognizer.open(model, language, "");
  }

  /**
   * A recogniser of these phrases only, and of "something else". Words that the model does not know
   * are left out of them.
   */
  public Recognizer recognizer(List<String> phrases) throws VoiceException {
    if (!folder.takesGrammar()) {
      throw new VoiceException(
          VoiceFault.GRAMMAR_UNFIT, "the model at " + folder.path() + " has a fixed graph");
    }
    if (phrases.isEmpty() || phrases.size() > GRAMMAR_PHRASES_MAX) {
      throw new VoiceException(
          VoiceFault.GRAMMAR_UNFIT, "it has 1 to " + GRAMMAR_PHRASES_MAX + " phrases");
    }
    for (String phrase : phrases) {
      if (phrase.isBlank() || phrase.length() > PHRASE_LENGTH_MAX) {
        throw new VoiceException(
            VoiceFault.GRAMMAR_UNFIT, "a phrase has 1 to " + PHRASE_LENGTH_MAX + " characters");
      }
    }
    return VoskRecognizer.open(model, language, new Gson().toJson(phrases));
  }

  @Override
  public void close() {
    model.close();
  }
}
