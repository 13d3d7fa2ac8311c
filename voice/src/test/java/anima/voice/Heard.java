package anima.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps what an ear says. */
final class Heard implements EarListener {
  final List<String> partials = new ArrayList<>();
  final BlockingQueue<Utterance> utterances = new LinkedBlockingQueue<>();
  final BlockingQueue<VoiceException> losses = new LinkedBlockingQueue<>();

  @Override
  public void partial(String words) {
    partials.add(words);
  }

  @Override
  public void utterance(Utterance utterance) {
    utterances.add(utterance);
  }

  @Override
  public void lost(VoiceException reason) {
    losses.add(reason);
  }

  List<String> texts() {
    return utterances.stream().map(Utterance::text).toList();
  }
}
