package anima.voice.mary;

import anima.voice.VoiceException;
import anima.voice.VoiceFault;
import anima.voice.speech.MouthShape;
import anima.voice.speech.SpeakerVoice;
import anima.voice.speech.Speech;
import anima.voice.speech.SpeechSynthesizer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.util.data.audio.AudioDoubleDataSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * MaryTTS 5.2.1 with the voice cmu-slt-hsmm: 48 kHz, real-time factor 0.12 to 0.3. Pitch and rate
 * are prosody in MaryXML, body size is Mary's tract scaler. Reads nothing but its own jars and
 * writes nothing. Owned by the mouth's thread.
 */
public final class MarySynthesizer implements SpeechSynthesizer {
  private static final String NAMESPACE = "http://mary.dfki.de/2002/MaryXML";
  private static final double TRACT_HEARD_MIN = 0.01;

  private final LocalMaryInterface mary;

  private MarySynthesizer(LocalMaryInterface mary) {
    this.mary = mary;
  }

  /** Takes 3 to 4 s. */
  public static MarySynthesizer start() throws VoiceException {
    try {
      LocalMaryInterface mary = new LocalMaryInterface();
      mary.setInputType("RAWMARYXML");
      return new MarySynthesizer(mary);
    } catch (MaryConfigurationException | RuntimeException | LinkageError e) {
      throw new VoiceException(VoiceFault.SPEECH_UNAVAILABLE, "MaryTTS: " + e.getMessage());
    }
  }

  @Override
  public Speech speak(String sentence, SpeakerVoice voice) throws VoiceException {
    Document document = document(sentence, voice);
    try {
      mary.setOutputType("REALISED_DURATIONS");
      mary.setAudioEffects(null);
      List<MouthShape> mouth = MaryPhones.parse(mary.generateText(document));
      mary.setOutputType("AUDIO");
      mary.setAudioEffects(effects(voice));
      try (AudioInputStream sound = mary.generateAudio(document)) {
        int rateHertz = (int) sound.getFormat().getSampleRate();
        return new Speech(samples(sound), rateHertz, mouth);
      }
    } catch (SynthesisException | IOException | RuntimeException e) {
      // Mary meets odd text with exceptions of all kinds; the sentence is shown instead.
      throw new VoiceException(VoiceFault.SPEECH_FAILED, sentence, e.getClass().getSimpleName());
    }
  }

  /** Null is Mary's way to say "no effect". */
  private static @Nullable String effects(SpeakerVoice voice) {
    boolean heard = Math.abs(voice.tract() - 1) > TRACT_HEARD_MIN;
    return heard ? String.format(Locale.ROOT, "TractScaler(amount:%.2f;)", voice.tract()) : null;
  }

  private static Document document(String sentence, SpeakerVoice voice) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document = factory.newDocumentBuilder().newDocument();
      Element root = document.createElementNS(NAMESPACE, "maryxml");
      root.setAttribute("version", "0.5");
      root.setAttributeNS(XMLConstants.XML_NS_URI, "xml:lang", "en-US");
      document.appendChild(root);
      Element prosody = document.createElementNS(NAMESPACE, "prosody");
      prosody.setAttribute("rate", percent(voice.rate()));
      prosody.setAttribute("pitch", percent(voice.pitch()));
      prosody.setTextContent(sentence);
      root.appendChild(document.createElementNS(NAMESPACE, "p")).appendChild(prosody);
      return document;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java builds XML documents", e);
    }
  }

  private static String percent(double factor) {
    return String.format(Locale.ROOT, "%+.0f%%", 100 * (factor - 1));
  }

  /** Not {@code readAllBytes}: Mary's stream ends that after 8 KB. */
  private static short[] samples(AudioInputStream sound) {
    double[] values = new AudioDoubleDataSource(sound).getAllData();
    short[] samples = new short[values.length];
    for (int i = 0; i < samples.length; i++) {
      double clipped = Math.max(-1, Math.min(1, values[i]));
      samples[i] = (short) Math.round(clipped * Short.MAX_VALUE);
    }
    return samples;
  }

  /** Mary has no way to end one of its instances; it holds memory only. */
  @Override
  public void close() {}
}
