package anima.client.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words that can be completed, once there is a talk to take them from. Any thread. */
final class Completion {
  private volatile Optional<Talk> talk = Optional.empty();

  void follow(Talk followed) {
    talk = Optional.of(followed);
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    talk.ifPresent(it -> words.addAll(it.knownWords()));
    return words;
  }
}
