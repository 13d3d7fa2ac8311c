package anima.api;

import anima.brain.kernel.Trace;
import anima.brain.language.Decider;
import anima.brain.mind.Profile;
import anima.client.local.EmbeddedMind;
import anima.client.local.FailureException;
import anima.client.local.LocalOptions;
import anima.client.local.LocalWorld;
import anima.client.local.Places;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Label;
import anima.world.Language;
import anima.world.Loudness;
import anima.world.Scene;
import anima.world.Session;
import anima.world.Vec3;
import anima.world.WorldEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A small world with minds in it, inside your program: no window, no network, no set-up.
 *
 * <pre>{@code
 * try (var anima = Anima.open()) {
 *   var alice = anima.createCharacter("Alice", "friendly");
 *   System.out.println(alice.chat("Hello, Alice!"));
 * }
 * }</pre>
 *
 * The world's time goes on only while someone is spoken to. Equal calls give equal answers. To be
 * used by one thread at a time.
 */
public final class Anima implements AutoCloseable {
  private static final String OWN_NAME = "Visitor";
  private static final long SEED = 1;
  private static final int ANSWER_TICKS_MAX = 1_200;
  private static final int QUIET_TICKS = 3;

  private final LocalWorld world;
  private final Session self;
  private final Scene scene;
  private final Optional<EmbeddedMind> mind;
  private final Optional<Path> temporary;

  private Anima(
      LocalWorld world, Optional<EmbeddedMind> mind, Optional<Path> temporary, Session self) {
    this.world = world;
    this.mind = mind;
    this.temporary = temporary;
    this.self = self;
    scene = new Scene(self.self());
  }

  /** A world that ends with {@link #close}. */
  public static Anima open() {
    try {
      Path folder = Files.createTempDirectory("anima");
      return open(folder, Optional.of(folder), EmbeddedMind.open());
    } catch (IOException failure) {
      throw new AnimaException("There is no place for temporary files; check the disk.", failure);
    } catch (FailureException failure) {
      throw new AnimaException(failure.sentence(), failure);
    }
  }

  /** A world whose events and memories are kept in a folder from one run to the next. */
  public static Anima open(Path folder) {
    try {
      return open(folder, Optional.empty(), EmbeddedMind.open());
    } catch (FailureException failure) {
      throw new AnimaException(failure.sentence(), failure);
    }
  }

  private static Anima open(Path folder, Optional<Path> temporary, EmbeddedMind mind)
      throws FailureException {
    return open(folder, temporary, mind.decider(), Optional.of(mind));
  }

  static Anima open(
      Path folder, Optional<Path> temporary, Decider decider, Optional<EmbeddedMind> mind)
      throws FailureException {
    LocalOptions options =
        new LocalOptions(folder, Places.of(folder), Optional.of(List.of()), Language.EN, SEED);
    LocalWorld world = LocalWorld.stepped(options, decider);
    return new Anima(world, mind, temporary, world.join(OWN_NAME));
  }

  /**
   * Brings a character into being, beside your own body.
   *
   * @param name what it is called, also over restarts
   * @param personality its nature in free words, English or Chinese: "friendly", "shy and curious",
   *     "严厉"
   * @throws AnimaException when a word is not known (the message lists those that are), or the name
   *     cannot be used
   */
  public AnimaCharacter createCharacter(String name, String personality) {
    Personality nature = Personality.of(personality);
    try {
      Label label = Label.same(name.strip());
      Session session = world.join(label.en());
      Label trade = new Label("villager", "村民");
      world.minds().adopt(session, Profile.of(label, trade, nature.mood(), nature.traits()));
      step();
      return new AnimaCharacter(this, session.self(), label.en());
    } catch (IllegalArgumentException | FailureException unusable) {
      throw new AnimaException(
          "Nobody can be called '" + name.strip() + "': " + unusable.getMessage() + ".", unusable);
    }
  }

  @Override
  public void close() {
    self.close();
    world.close();
    mind.ifPresent(EmbeddedMind::close);
    temporary.ifPresent(Anima::delete);
  }

  String chat(AnimaCharacter to, String text) {
    double distance = position(to).groundDistanceTo(own().body().position());
    if (distance > Loudness.SHOUT.earshotMeters()) {
      throw new AnimaException(
          to.name() + " is " + Math.round(distance) + " m away, out of earshot.");
    }
    boolean near = distance < Loudness.NORMAL.earshotMeters() - 1;
    Loudness loudness = near ? Loudness.NORMAL : Loudness.SHOUT;
    self.submit(new Action.Say(self.self(), text, loudness, Optional.of(to.body())));
    List<String> answer = new ArrayList<>();
    int quiet = 0;
    for (int i = 0; i < ANSWER_TICKS_MAX && quiet < QUIET_TICKS; i++) {
      boolean said = false;
      for (WorldEvent event : step()) {
        said |= collect(event, to, answer);
      }
      quiet = answer.isEmpty() || said || world.busy() ? 0 : quiet + 1;
    }
    if (answer.isEmpty()) {
      throw new AnimaException(
          to.name() + " did not answer within a minute; " + String.join(" ", world.takeFailures()));
    }
    return join(answer);
  }

  private static boolean collect(WorldEvent event, AnimaCharacter from, List<String> answer) {
    if (event instanceof WorldEvent.Refused refused && refused.action().equals("Say")) {
      throw new AnimaException(
          "That cannot be said ("
              + refused.reason()
              + "): up to "
              + Action.SAY_LENGTH_MAX
              + " characters without control characters can.");
    }
    if (event instanceof WorldEvent.Said said && said.speaker().equals(from.body())) {
      answer.add(said.text());
      return true;
    }
    return false;
  }

  private static String join(List<String> sentences) {
    StringBuilder all = new StringBuilder();
    for (String sentence : sentences) {
      boolean chinese = !all.isEmpty() && all.charAt(all.length() - 1) > 0x3000;
      all.append(all.isEmpty() || chinese ? "" : " ").append(sentence);
    }
    return all.toString();
  }

  Vec3 position(AnimaCharacter of) {
    return view(of.body()).body().position();
  }

  List<Trace> traces(AnimaCharacter of) {
    return world.minds().why(of.name());
  }

  private EntityView own() {
    return view(self.self());
  }

  private EntityView view(EntityId id) {
    return scene
        .view(id)
        .or(() -> world.minds().body(id))
        .orElseThrow(() -> new AnimaException("The body " + id + " has left the world."));
  }

  private List<WorldEvent> step() {
    world.step();
    List<WorldEvent> events = self.drain();
    scene.apply(events);
    return events;
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // A temporary folder that cannot be removed is the system's to clean.
      return;
    }
  }
}
