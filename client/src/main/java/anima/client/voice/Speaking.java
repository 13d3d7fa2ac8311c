package anima.client.voice;

import anima.client.view.ClientDoor;
import anima.voice.VoiceException;
import anima.voice.espeak.EspeakSynthesizer;
import anima.voice.mary.MarySynthesizer;
import anima.voice.speech.Mouth;
import anima.voice.speech.SayingListener;
import anima.voice.speech.SpeakerVoice;
import anima.voice.speech.Speech;
import anima.world.EntityId;
import anima.world.WorldEvent.Said;
import org.jspecify.annotations.Nullable;

/**
 * Makes what others say audible at their mouths; what has no sound stays text. Owned by the render
 * thread; never blocks it.
 */
final class Speaking {
  private final Mouth english = Mouth.start(MarySynthesizer::start);
  private final ClientDoor door;
  private final EchoGuard guard;
  private @Nullable Mouth chinese;

  Speaking(ClientDoor door, EchoGuard guard) {
    this.door = door;
    this.guard = guard;
  }

  void speak(Said said) {
    boolean han = said.text().codePoints().anyMatch(Character::isIdeographic);
    EntityId speaker = said.speaker();
    mouth(han)
        .say(said.text(), SpeakerVoice.ofSeed(speaker.value()), new ToEars(speaker, door, guard));
  }

  private Mouth mouth(boolean han) {
    if (!han) {
      return english;
    }
    if (chinese == null) {
      chinese = Mouth.start(EspeakSynthesizer::start);
    }
    return chinese;
  }

  void close() {
    english.close();
    if (chinese != null) {
      chinese.close();
    }
  }

  private record ToEars(EntityId speaker, ClientDoor door, EchoGuard guard)
      implements SayingListener {
    @Override
    public void spoken(String sentence, Speech speech) {
      guard.sounds(speech.durationMillis());
      door.speech().speak(speaker, speech.samples(), speech.sampleRateHertz());
    }

    @Override
    public void unspoken(String sentence, VoiceException reason) {
      // The bubble and the chat show the sentence as text in any case.
    }

    @Override
    public void ended() {}
  }
}
