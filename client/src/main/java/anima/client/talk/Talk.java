package anima.client.talk;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Loudness;
import anima.world.Scene;
import anima.world.Session;
import anima.world.Vec3;
import anima.world.WorldEvent;
import anima.world.place.Inhabitant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Reads line after line, does what it asks for, and prints what comes of it. From a script each
 * line is answered in full before the next one is read; with a person at the prompt, whoever made
 * it lets {@link #hear} be called from time to time. Commands run on the thread of {@link #run}.
 */
final class Talk {
  /** The world is not waited for longer than this after one line: two minutes of its time. */
  private static final int ANSWER_TICKS_MAX = 2_400;

  /** Whoever is spoken to by name must be this near; else one walks up to them. */
  private static final double SPEAK_METERS = 12;

  private static final double BESIDE_METERS = 2.5;
  private static final int WALK_TICKS_MAX = 6_000;

  private final Door door;
  private final Session session;
  private final Terminal terminal;
  private final Wording wording;
  private final Scene scene;
  private final Names names;
  private final Narrator narrator;
  private final Commands commands;
  private boolean worded;
  private boolean arrived;
  private boolean refused;

  Talk(Door door, Terminal terminal, Wording wording) {
    this.door = door;
    this.terminal = terminal;
    this.wording = wording;
    session = door.session();
    scene = new Scene(session.self());
    names = new Names(session.place(), scene);
    narrator = new Narrator(wording, session.place(), scene, names);
    commands = new Commands(this, door, terminal, wording, scene, names);
  }

  /** Names of people and places, for completion; any thread. */
  synchronized List<String> knownWords() {
    return Stream.concat(names.people().stream(), names.places().stream()).toList();
  }

  /** Goes on until the last line, or until the world ends; whether it went on to the last line. */
  boolean run() {
    until(() -> scene.selfView().isPresent(), ANSWER_TICKS_MAX);
    settle(false);
    while (session.ended().isEmpty()) {
      Optional<String> line = terminal.read();
      if (line.isEmpty() || !obey(line.get().strip())) {
        return true;
      }
    }
    terminal.print(session.ended().orElse(""));
    return false;
  }

  /** Prints what was perceived since the last call; any thread, one at a time. */
  synchronized void hear() {
    worded = false;
    for (WorldEvent event : session.drain()) {
      Optional<String> told = event.accept(narrator);
      told.ifPresent(terminal::print);
      scene.apply(List.of(event));
      if (event instanceof WorldEvent.Said said && !said.speaker().equals(scene.self())) {
        worded = true;
      } else if (event instanceof WorldEvent.Arrived reached) {
        arrived |= reached.actor().equals(scene.self());
      } else if (event instanceof WorldEvent.Refused) {
        refused = true;
      }
    }
    door.takeFailures().forEach(terminal::print);
  }

  private boolean obey(String line) {
    if (line.isEmpty()) {
      return true;
    }
    if (line.startsWith("@")) {
      speakTo(line.substring(1).strip());
    } else if (line.startsWith("/")) {
      String[] parts = line.substring(1).split("\\s+", 2);
      return commands.run(parts[0].toLowerCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    } else {
      say(line, Optional.empty());
    }
    return true;
  }

  private void speakTo(String line) {
    String[] parts = line.split("[\\s,，:：]+", 2);
    if (parts.length < 2 || parts[1].isBlank()) {
      terminal.print(wording.say("Say whom and what: @Mira hello", "请写明对谁说什么：@米拉 你好"));
      return;
    }
    Optional<EntityView> other = approach(parts[0]);
    other.ifPresent(view -> say(parts[1].strip(), Optional.of(view.id())));
  }

  /** Whoever bears a name, near enough to hear; one walks up to them where needed. */
  private Optional<EntityView> approach(String name) {
    if (names.inSight(name).isEmpty()) {
      Optional<Inhabitant> known = names.inhabitant(name);
      if (known.isEmpty()) {
        terminal.print(commands.unknown(name, names.people(), "nobody", "没有人叫"));
        return Optional.empty();
      }
      String called = known.get().name().in(wording.language());
      terminal.print(wording.say("* You look for %s", "* 你去找%s", called));
      walk(
          door.body(known.get().name().en())
              .map(view -> view.body().position())
              .orElse(new Vec3(known.get().x(), 0, known.get().z())));
    }
    Optional<EntityView> found = names.inSight(name);
    for (int i = 0; i < 3 && found.filter(view -> distance(view) > SPEAK_METERS).isPresent(); i++) {
      walk(beside(found.get()));
      found = names.inSight(name);
    }
    if (found.isEmpty()) {
      terminal.print(wording.say("%s is not to be seen.", "看不见%s。", name));
    }
    return found;
  }

  private Vec3 beside(EntityView other) {
    Vec3 there = other.body().position();
    Vec3 here = scene.selfView().map(view -> view.body().position()).orElse(there);
    double distance = Math.max(BESIDE_METERS, there.groundDistanceTo(here));
    return there.plus(here.minus(there).times(BESIDE_METERS / distance));
  }

  private double distance(EntityView other) {
    return scene
        .selfView()
        .map(view -> view.body().position().groundDistanceTo(other.body().position()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private void say(String text, Optional<EntityId> to) {
    if (text.length() > Action.SAY_LENGTH_MAX) {
      terminal.print(
          wording.say(
              "That is too long: at most %d characters can be said at once.",
              "太长了：一次最多说%d个字符。", Action.SAY_LENGTH_MAX));
      return;
    }
    submit(new Action.Say(scene.self(), text, Loudness.NORMAL, to));
    if (!settle(true) && to.isEmpty() && !terminal.interactive()) {
      terminal.print(wording.say("(Nobody answers.)", "（没有人回答。）"));
    }
  }

  void submit(Action action) {
    refused = false;
    arrived = false;
    session.submit(action);
  }

  /** Walks to a point; from a script, until there or it turns out that it cannot be. */
  void walk(Vec3 goal) {
    submit(new Action.Go(scene.self(), goal));
    if (!terminal.interactive()) {
      until(() -> arrived || refused, WALK_TICKS_MAX);
    }
  }

  /** Lets some ticks pass. */
  void pass(int ticks) {
    for (int i = 0; i < ticks && session.ended().isEmpty(); i++) {
      door.step();
      hear();
    }
  }

  /**
   * From a script: lets the world go on until an answer is complete, or none comes.
   *
   * @param asked whether to be patient for the first word
   * @return whether anyone said anything, or was refused
   */
  boolean settle(boolean asked) {
    if (terminal.interactive()) {
      return true;
    }
    boolean[] answered = {false};
    int[] calmTicks = {0};
    until(
        () -> {
          answered[0] |= worded;
          calmTicks[0] = worded || door.busy() ? 0 : calmTicks[0] + 1;
          boolean patient = asked && !answered[0] && !refused;
          return calmTicks[0] > (patient ? door.patienceTicks() : door.quietTicks());
        },
        ANSWER_TICKS_MAX);
    return answered[0] || refused;
  }

  private void until(BooleanSupplier done, int ticksMax) {
    for (int i = 0; i < ticksMax && session.ended().isEmpty(); i++) {
      door.step();
      hear();
      if (done.getAsBoolean()) {
        return;
      }
    }
  }
}
