package anima.client.voice;

import anima.client.view.ClientDoor;
import anima.client.view.ClientGuest;
import anima.voice.SpokenLanguage;
import anima.voice.VoiceException;
import anima.world.Session;
import anima.world.WorldEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Gives an open client ear and mouth. What takes long is done on a thread of its own; what does not
 * work is said in one sentence, and typed talk goes on.
 */
public final class VoiceGuest implements ClientGuest, AutoCloseable {
  private final Session session;
  private final Optional<Path> model;
  private final SpokenLanguage language;
  private final boolean muted;
  private final EchoGuard guard = new EchoGuard();
  private final ExecutorService starting =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "anima-voice");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Optional<Listening> listening = Optional.empty();
  private volatile Optional<Speaking> speaking = Optional.empty();

  /**
   * Waits for the client to open.
   *
   * @param model folder of a Vosk model; without it nobody listens
   * @param muted whether others stay silent
   */
  public VoiceGuest(Session session, Optional<Path> model, SpokenLanguage language, boolean muted) {
    this.session = session;
    this.model = model;
    this.language = language;
    this.muted = muted;
  }

  @Override
  public void opened(ClientDoor door) {
    if (!muted) {
      speaking = Optional.of(new Speaking(door, guard));
    }
    model.ifPresent(folder -> starting.execute(() -> listen(folder, door)));
  }

  private void listen(Path folder, ClientDoor door) {
    try {
      Listening opened = Listening.start(folder, language, session, door);
      listening = Optional.of(opened);
      guard.guard(opened);
    } catch (VoiceException deaf) {
      door.notice(deaf.sentence(language));
    }
  }

  @Override
  public void perceived(WorldEvent event) {
    if (event instanceof WorldEvent.Said said && !said.speaker().equals(session.self())) {
      speaking.ifPresent(it -> it.speak(said));
    }
  }

  @Override
  public void close() {
    starting.shutdown();
    guard.close();
    listening.ifPresent(Listening::close);
    speaking.ifPresent(Speaking::close);
  }
}
