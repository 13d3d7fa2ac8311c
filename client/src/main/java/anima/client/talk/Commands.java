package anima.client.talk;

import anima.brain.kernel.Outcome;
import anima.brain.kernel.Trace;
import anima.world.Action;
import anima.world.EntityView;
import anima.world.Offer;
import anima.world.Scene;
import anima.world.Vec3;
import anima.world.place.Inhabitant;
import anima.world.place.Landmark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What lines that begin with a slash do. */
final class Commands {
  static final List<String> ALL =
      List.of("look", "who", "where", "walk", "wait", "time", "take", "why", "help", "quit");

  private static final int TICKS_PER_SECOND = 20;
  private static final double WAIT_SECONDS_MAX = 86_400;

  private final Talk talk;
  private final Door door;
  private final Terminal terminal;
  private final Wording wording;
  private final Scene scene;
  private final Names names;

  Commands(Talk talk, Door door, Terminal terminal, Wording wording, Scene scene, Names names) {
    this.talk = talk;
    this.door = door;
    this.terminal = terminal;
    this.wording = wording;
    this.scene = scene;
    this.names = names;
  }

  /** Runs one; false when it was the last. */
  boolean run(String command, String argument) {
    switch (command) {
      case "look" -> look();
      case "who" -> who();
      case "where" -> where(argument);
      case "walk" -> walk(argument);
      case "wait" -> await(argument);
      case "time" -> time();
      case "take" -> take();
      case "why" -> why(argument);
      case "help" -> help();
      case "quit" -> {
        return false;
      }
      default -> terminal.print(unknown("/" + command, slashed(), "no command", "没有命令"));
    }
    return true;
  }

  /** One sentence about a word that nothing is known by, with what was most likely meant. */
  String unknown(String word, List<String> known, String english, String chinese) {
    Optional<String> near = Names.nearest(word, known);
    String list = known.stream().limit(40).collect(Collectors.joining(", "));
    return near.isPresent()
        ? wording.say(
            "There is %s '%s'; did you mean %s?",
            "%4$s“%2$s”，你是说%3$s吗？", english, word, near.get(), chinese)
        : wording.say(
            "There is %s '%s'; there are: %s.",
            "%4$s“%2$s”，有的是：%3$s。", english, word, list, chinese);
  }

  private static List<String> slashed() {
    return ALL.stream().map(command -> "/" + command).toList();
  }

  private Vec3 here() {
    return scene.selfView().map(view -> view.body().position()).orElse(Vec3.ZERO);
  }

  private void look() {
    Landmark near = names.near(here());
    terminal.print(
        wording.say(
            "You are at the %s of %s. It is %s and %s.",
            "你在%2$s的%1$s。现在%3$s，%4$s。",
            near.name().in(wording.language()),
            door.session().place().name().in(wording.language()),
            clock(),
            wording.weather(scene.weather())));
    who();
  }

  private void who() {
    if (scene.others().isEmpty()) {
      terminal.print(wording.say("Nobody is in sight.", "眼前没有人。"));
    }
    for (EntityView view : scene.others()) {
      String trade = view.trade().map(it -> it.in(wording.language())).orElse("");
      terminal.print(
          wording.say(
              "%s%s, %.0f m away, at the %s",
              "%s%s，离你%.0f米，在%s",
              view.name().in(wording.language()),
              trade.isEmpty() ? "" : wording.say(", ", "，") + trade,
              view.body().position().groundDistanceTo(here()),
              names.near(view.body().position()).name().in(wording.language())));
    }
  }

  private void where(String name) {
    if (name.isBlank() || name.equals("me")) {
      scene.selfView().ifPresent(this::position);
      return;
    }
    Optional<EntityView> view = names.inSight(name).or(() -> door.body(name));
    Optional<Inhabitant> known = names.inhabitant(name);
    Optional<Landmark> landmark = names.landmark(name);
    if (view.isPresent()) {
      position(view.get());
    } else if (known.isPresent()) {
      Vec3 usual = new Vec3(known.get().x(), 0, known.get().z());
      terminal.print(
          wording.say(
              "%s is out of sight; look for them at the %s.",
              "看不见%s，去%s找找。",
              known.get().name().in(wording.language()),
              names.near(usual).name().in(wording.language())));
    } else if (landmark.isPresent()) {
      terminal.print(
          String.format(
              Locale.ROOT,
              "%s %.2f %.2f %.2f",
              landmark.get().name().in(wording.language()),
              landmark.get().x(),
              0.0,
              landmark.get().z()));
    } else {
      terminal.print(unknown(name, names.people(), "nobody called", "没有人叫"));
    }
  }

  private void position(EntityView view) {
    Vec3 at = view.body().position();
    terminal.print(
        String.format(
            Locale.ROOT,
            "%s %.2f %.2f %.2f",
            view.name().in(wording.language()),
            at.x(),
            at.y(),
            at.z()));
  }

  private void walk(String goal) {
    Optional<Vec3> point =
        names
            .landmark(goal)
            .map(it -> new Vec3(it.x(), 0, it.z()))
            .or(() -> names.inSight(goal).map(view -> view.body().position()))
            .or(() -> names.inhabitant(goal).map(it -> new Vec3(it.x(), 0, it.z())));
    if (point.isPresent()) {
      talk.walk(point.get());
    } else {
      terminal.print(unknown(goal, names.places(), "no place", "没有地方叫"));
    }
  }

  private void await(String text) {
    double seconds;
    try {
      seconds = text.isBlank() ? 1 : Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      seconds = -1;
    }
    if (seconds >= 0 && seconds <= WAIT_SECONDS_MAX) {
      talk.pass((int) Math.round(seconds * TICKS_PER_SECOND));
    } else {
      terminal.print(
          wording.say(
              "'%s' is no number of seconds from 0 to %.0f.",
              "“%s”不是0到%.0f之间的秒数。", text, WAIT_SECONDS_MAX));
    }
  }

  private void time() {
    terminal.print(clock() + ", " + wording.weather(scene.weather()));
  }

  private String clock() {
    int minutes = (int) (scene.hour() * 60);
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  private void take() {
    Optional<Offer> offer =
        scene.offers().stream().filter(it -> it.buyer().equals(scene.self())).findFirst();
    if (offer.isEmpty()) {
      terminal.print(wording.say("Nobody offers you anything now.", "现在没有人向你出价。"));
      return;
    }
    talk.submit(new Action.Take(scene.self(), offer.get().seller()));
    talk.settle(false);
  }

  private void why(String name) {
    Optional<Inhabitant> known = names.inhabitant(name);
    if (known.isEmpty()) {
      terminal.print(unknown(name, names.people(), "nobody called", "没有人叫"));
      return;
    }
    List<Trace> traces = door.why(known.get().name().en());
    if (traces.isEmpty()) {
      terminal.print(wording.say("%s has not decided anything yet.", "%s还没有做过决定。", name));
      return;
    }
    Trace last = traces.get(traces.size() - 1);
    terminal.print(wording.say("heard: %s", "听到：%s", last.situation().text()));
    if (last.outcome() instanceof Outcome.Decided decided) {
      decided.decision().why().lines().forEach(terminal::print);
    } else if (last.outcome() instanceof Outcome.GivenUp givenUp) {
      terminal.print(givenUp.reason());
    }
    last.situation().memories().forEach(it -> terminal.print("remembered: " + it));
  }

  private void help() {
    terminal.print(
        wording.say("@NAME WORDS  speak to someone;  WORDS  speak aloud", "@名字 话  对某人说；  话  大声说"));
    terminal.print(
        wording.say(
            "/look  /who  /where NAME  /walk PLACE  /wait SECONDS  /time  /take  /why NAME  /help"
                + "  /quit",
            "/look 看看  /who 有谁  /where 名字  /walk 地方  /wait 秒  /time 时间  /take 买下"
                + "  /why 名字  /help  /quit 离开"));
  }
}
