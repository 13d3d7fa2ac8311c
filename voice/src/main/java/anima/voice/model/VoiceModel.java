package anima.voice.model;

import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A published voice model.
 *
 * @param name as its publisher calls it; also the name of its folder
 * @param address where its publisher gives it, as a zip archive
 * @param licence shown before it is fetched
 * @param megabytes about how much is fetched
 * @param sha256 of the archive, in lower-case hexadecimal; empty where the publisher states none:
 *     then the hash of the first download is kept beside the model and later ones must have it
 */
public record VoiceModel(
    String name,
    SpokenLanguage language,
    URI address,
    String licence,
    int megabytes,
    Optional<String> sha256) {

  /**
   * Known models, small enough for any computer. Their publisher, Alpha Cephei, states no SHA-256.
   */
  public static final List<VoiceModel> CATALOGUE =
      List.of(
          published("vosk-model-small-en-us-0.15", SpokenLanguage.EN, 40),
          published("vosk-model-small-cn-0.22", SpokenLanguage.ZH, 42));

  public VoiceModel {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException("unfit name of a voice model: " + name);
    }
    if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("unfit SHA-256 of " + name + ": " + sha256.get());
    }
  }

  /** The model that Anima takes for a language if none is named. */
  public static VoiceModel of(SpokenLanguage language) {
    return CATALOGUE.stream()
        .filter(model -> model.language() == language)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no model for " + language));
  }

  public static VoiceModel named(String name) throws VoiceException {
    for (VoiceModel model : CATALOGUE) {
      if (model.name().equals(name)) {
        return model;
      }
    }
    String known = String.join(", ", CATALOGUE.stream().map(VoiceModel::name).toList());
    throw new VoiceException(VoiceFault.MODEL_UNKNOWN, name, known);
  }

  private static VoiceModel published(String name, SpokenLanguage language, int megabytes) {
    return new VoiceModel(
        name,
        language,
        URI.create("https://alphacephei.com/vosk/models/" + name + ".zip"),
        "Apache-2.0",
        megabytes,
        Optional.empty());
  }
}
