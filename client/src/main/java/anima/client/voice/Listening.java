package anima.client.voice;

import anima.client.view.ClientDoor;
import anima.voice.Ear;
import anima.voice.EarListener;
import anima.voice.EarOptions;
import anima.voice.Microphone;
import anima.voice.SpokenLanguage;
import anima.voice.Utterance;
import anima.voice.VoiceException;
import anima.voice.WebRtcDetector;
import anima.voice.vosk.VoskModel;
import anima.world.Action;
import anima.world.Loudness;
import anima.world.Session;
import java.nio.file.Path;
import java.util.Optional;

/** The microphone of a person: what is said into it is said in the world. */
final class Listening implements AutoCloseable {
  private final VoskModel model;
  private final Ear ear;

  private Listening(VoskModel model, Ear ear) {
    this.model = model;
    this.ear = ear;
  }

  /** Opens the microphone; takes as long as the model takes to load. */
  static Listening start(
      Path modelFolder, SpokenLanguage language, Session session, ClientDoor door)
      throws VoiceException {
    VoskModel model = VoskModel.open(modelFolder, language);
    try {
      Microphone microphone = Microphone.open(Optional.empty());
      Ear ear =
          Ear.open(
              microphone,
              WebRtcDetector.open(),
              model.recognizer(),
              new ToSession(session, door, language),
              EarOptions.of("player"));
      return new Listening(model, ear);
    } catch (VoiceException silent) {
      model.close();
      throw silent;
    }
  }

  void setMuted(boolean muted) {
    ear.setMuted(muted);
  }

  @Override
  public void close() {
    ear.close();
    model.close();
  }

  private record ToSession(Session session, ClientDoor door, SpokenLanguage language)
      implements EarListener {
    @Override
    public void partial(String words) {
      door.partial(words);
    }

    @Override
    public void utterance(Utterance utterance) {
      String text = utterance.text();
      String said = text.substring(0, Math.min(text.length(), Action.SAY_LENGTH_MAX));
      door.partial("");
      session.submit(new Action.Say(session.self(), said, Loudness.NORMAL, Optional.empty()));
    }

    @Override
    public void lost(VoiceException reason) {
      door.notice(reason.sentence(language));
    }
  }
}
