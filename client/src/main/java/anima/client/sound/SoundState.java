package anima.client.sound;

import anima.client.avatar.Avatar;
import anima.client.avatar.BodiesState;
import anima.world.EntityId;
import com.jme3.app.Application;
import com.jme3.app.state.BaseAppState;
import com.jme3.audio.AudioBuffer;
import com.jme3.audio.AudioKey;
import com.jme3.audio.AudioNode;
import com.jme3.util.BufferUtils;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Plays spoken sentences at their speakers and lets mouths follow. Without a sound device mouths
 * still move. Owned by the render thread; {@link #speak} and {@link #hush} only enqueue.
 */
public final class SoundState extends BaseAppState implements SpeechSink {
  /** Sentences of one body that may wait; the oldest is dropped. */
  static final int WAITING_COUNT_MAX = 16;

  /** Sentences and hushes that wait for the next picture; the oldest is dropped. */
  static final int ARRIVING_COUNT_MAX = 64;

  private static final float REFERENCE_METERS = 2.5f;
  private static final float REACH_METERS = 60;

  private final BodiesState bodies;
  private final boolean audible;
  private final ArrayBlockingQueue<Sentence> arriving =
      new ArrayBlockingQueue<>(ARRIVING_COUNT_MAX);
  private final Map<EntityId, Deque<Sentence>> waiting = new HashMap<>();
  private final Map<EntityId, Voice> voices = new HashMap<>();

  /** A sentence, or with no samples the wish to hush. */
  private static final class Sentence {
    final EntityId speaker;
    final short[] samples;
    final int sampleRateHz;

    Sentence(EntityId speaker, short[] samples, int sampleRateHz) {
      this.speaker = speaker;
      this.samples = samples;
      this.sampleRateHz = sampleRateHz;
    }
  }

  /** A sentence being said. */
  private static final class Voice {
    final Loudness loudness;
    final @Nullable AudioNode node;
    double seconds;

    Voice(Loudness loudness, @Nullable AudioNode node) {
      this.loudness = loudness;
      this.node = node;
    }
  }

  /**
   * @param audible whether there is a sound device
   */
  public SoundState(BodiesState bodies, boolean audible) {
    this.bodies = bodies;
    this.audible = audible;
  }

  @Override
  public void speak(EntityId speaker, short[] samples, int sampleRateHz) {
    if (samples.length > 0) {
      enqueue(new Sentence(speaker, samples, sampleRateHz));
    }
  }

  @Override
  public void hush(EntityId speaker) {
    enqueue(new Sentence(speaker, new short[0], 1));
  }

  private void enqueue(Sentence sentence) {
    while (!arriving.offer(sentence)) {
      arriving.poll();
    }
  }

  @Override
  public void update(float seconds) {
    for (Sentence next = arriving.poll(); next != null; next = arriving.poll()) {
      take(next);
    }
    voices.entrySet().removeIf(each -> isOver(each.getKey(), each.getValue(), seconds));
    for (Map.Entry<EntityId, Deque<Sentence>> each : waiting.entrySet()) {
      if (!voices.containsKey(each.getKey()) && !each.getValue().isEmpty()) {
        begin(each.getKey(), each.getValue().removeFirst());
      }
    }
    if (audible) {
      getApplication().getListener().setLocation(getApplication().getCamera().getLocation());
      getApplication().getListener().setRotation(getApplication().getCamera().getRotation());
    }
  }

  private void take(Sentence sentence) {
    Deque<Sentence> queue =
        waiting.computeIfAbsent(sentence.speaker, speaker -> new ArrayDeque<>());
    if (sentence.samples.length == 0) {
      queue.clear();
      Voice voice = voices.remove(sentence.speaker);
      if (voice != null) {
        end(sentence.speaker, voice);
      }
      return;
    }
    if (queue.size() == WAITING_COUNT_MAX) {
      queue.removeFirst();
    }
    queue.addLast(sentence);
  }

  private void begin(EntityId speaker, Sentence sentence) {
    Avatar avatar = bodies.avatar(speaker).orElse(null);
    if (avatar == null) {
      return;
    }
    AudioNode node = audible ? play(avatar, sentence) : null;
    voices.put(speaker, new Voice(new Loudness(sentence.samples, sentence.sampleRateHz), node));
  }

  private static AudioNode play(Avatar avatar, Sentence sentence) {
    ByteBuffer bytes = BufferUtils.createByteBuffer(sentence.samples.length * 2);
    for (short sample : sentence.samples) {
      bytes.putShort(sample);
    }
    bytes.flip();
    AudioBuffer buffer = new AudioBuffer();
    buffer.setupFormat(1, 16, sentence.sampleRateHz);
    buffer.updateData(bytes);
    AudioNode node = new AudioNode(buffer, new AudioKey("speech of " + sentence.speaker));
    node.setPositional(true);
    node.setReverbEnabled(false);
    node.setRefDistance(REFERENCE_METERS);
    node.setMaxDistance(REACH_METERS);
    node.setLocalTranslation(avatar.mouth());
    node.play();
    return node;
  }

  private boolean isOver(EntityId speaker, Voice voice, float seconds) {
    voice.seconds += seconds;
    double level = voice.loudness.at(voice.seconds);
    bodies.avatar(speaker).ifPresent(avatar -> follow(avatar, voice, level));
    if (level < 0) {
      end(speaker, voice);
    }
    return level < 0;
  }

  private static void follow(Avatar avatar, Voice voice, double level) {
    avatar.hearVoice(level);
    if (voice.node != null) {
      voice.node.setLocalTranslation(avatar.mouth());
      voice.node.updateGeometricState();
    }
  }

  private void end(EntityId speaker, Voice voice) {
    bodies.avatar(speaker).ifPresent(avatar -> avatar.hearVoice(-1));
    if (voice.node != null) {
      voice.node.stop();
      voice.node.getAudioData().dispose();
    }
  }

  @Override
  protected void initialize(Application app) {}

  @Override
  protected void cleanup(Application app) {
    voices.forEach(this::end);
    voices.clear();
  }

  @Override
  protected void onEnable() {}

  @Override
  protected void onDisable() {}
}
