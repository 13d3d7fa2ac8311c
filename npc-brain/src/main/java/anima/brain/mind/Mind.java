package anima.brain.mind;

import anima.brain.kernel.Kernel;
import anima.brain.kernel.Outcome;
import anima.brain.kernel.Request;
import anima.brain.kernel.Trace;
import anima.brain.kernel.Urgency;
import anima.brain.language.Decision;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.brain.memory.Kind;
import anima.brain.memory.Memories;
import anima.brain.memory.Memory;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Gesture;
import anima.world.Language;
import anima.world.WorldEvent;
import anima.world.WorldEvent.Said;
import anima.world.place.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One mind. At each tick it is given what its body perceived and returns what the body shall do:
 * attend → compose → decide → act and speak; when nobody wants anything, promises and the daily
 * round. Deterministic for equal perceptions, seed and outcomes of the {@link Kernel}. Owned by the
 * thread of its host.
 */
public final class Mind {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long ERRAND_REST_TICKS = 100;

  private final Profile profile;
  private final Place place;
  private final Memories memories;
  private final Kernel kernel;
  private final Language preferred;
  private final long seed;
  private final People people;
  private final Acquaintances acquaintances;
  private final Composer composer;
  private final Enactor enactor;
  private final Agenda agenda;
  private final Greeter greeter;
  private final Conversation conversation;
  private final Attention attention;
  private final Inbox inbox = new Inbox();
  private final Orders orders = new Orders();
  private @Nullable Routine routine;
  private @Nullable Thought thought;
  private String failure = "";

  /**
   * Wakes a mind.
   *
   * @param preferred language of what it says unasked
   * @param drivenHere whether a body is moved by another mind of the same host
   * @param seed of its choices
   */
  public Mind(
      Profile profile,
      Place place,
      Memories memories,
      Kernel kernel,
      Language preferred,
      Predicate<EntityId> drivenHere,
      long seed) {
    this.profile = profile;
    this.place = place;
    this.memories = memories;
    this.kernel = kernel;
    this.preferred = preferred;
    this.seed = seed * 31 + profile.key().hashCode();
    people = new People(place, drivenHere);
    attention = new Attention(people);
    acquaintances = new Acquaintances(people);
    composer = new Composer(place, profile, people, acquaintances, memories);
    enactor = new Enactor(place, acquaintances);
    agenda = new Agenda(place, memories, acquaintances);
    greeter = new Greeter(people, memories);
    conversation = new Conversation(acquaintances, preferred);
  }

  public Profile profile() {
    return profile;
  }

  /** What its body does now, in order. */
  public List<Action> tick(Perception perception) {
    List<Action> actions = new ArrayList<>();
    acquaintances.see(perception.seen().values(), perception.tick());
    agenda.tick(perception.hour());
    react(perception);
    perception.heard().forEach(said -> actions.addAll(hear(said, perception)));
    noticeLeaving(perception);
    actions.addAll(finishThought(perception));
    beginThought(perception);
    conversation.next(perception).ifPresent(actions::add);
    if (!busy()) {
      actions.addAll(freeTime(perception));
    }
    return actions;
  }

  /** Whether something that was heard is still to be answered, or an answer to be spoken. */
  public boolean busy() {
    return thought != null || conversation.speaking() || !inbox.isEmpty();
  }

  /** Its last decisions, oldest first. */
  public List<Trace> why() {
    return kernel.why(profile.name().en());
  }

  /** Its memories, when there is something new since this was last asked. */
  public Optional<List<Memory>> takeChangedMemories() {
    return memories.takeChanged() ? Optional.of(memories.all()) : Optional.empty();
  }

  /** What went wrong since this was last asked, in one sentence; mostly empty. */
  public String takeFailure() {
    String taken = failure;
    failure = "";
    return taken;
  }

  private void react(Perception perception) {
    Reactions reactions = new Reactions(place, orders, perception);
    for (WorldEvent event : perception.happened()) {
      event
          .accept(reactions)
          .ifPresent(it -> conversation.remark(it.words(), it.to(), perception.tick()));
    }
  }

  private List<Action> hear(Said said, Perception perception) {
    boolean forMe = attention.isForMe(said, perception);
    if (!said.speaker().equals(perception.self().id())) {
      greeter.heard(said);
    }
    Optional<EntityView> speaker = perception.body(said.speaker());
    if (!forMe || speaker.isEmpty()) {
      return List.of();
    }
    boolean byPlayer = !people.isMind(speaker.get());
    conversation.heardFrom(speaker.get(), said.text(), byPlayer, perception.tick());
    if (!inbox.offer(new Inbox.Letter(said, byPlayer))) {
      conversation.remark(Remark.ONE_BY_ONE, Optional.of(said.speaker()), perception.tick());
    }
    return Facing.turnTo(speaker.get(), orders.stands(perception.tick()), perception);
  }

  private void noticeLeaving(Perception perception) {
    conversation.noticeLeaving(perception);
    if (thought != null && conversation.hasLeft(thought.other().id(), perception)) {
      thought.ticket().cancel();
    }
  }

  private void beginThought(Perception perception) {
    if (thought != null || conversation.speaking()) {
      return;
    }
    Optional<Inbox.Letter> letter = inbox.take();
    if (letter.isPresent()) {
      acquaintances
          .of(letter.get().said().speaker())
          .ifPresent(seen -> thought = consider(letter.get(), seen, perception));
    } else if (profile.traits().greets() && !orders.stands(perception.tick())) {
      greeter.next(perception).ifPresent(other -> thought = considerGreeting(other, perception));
    }
  }

  private Thought consider(
      Inbox.Letter letter, Acquaintances.Sighting seen, Perception perception) {
    EntityView other = seen.view();
    Talk talk = conversation.turnTowards(other, seen.key(), perception);
    Situation situation = composer.compose(letter.said().text(), other, talk.turns(), perception);
    Urgency urgency = letter.byPlayer() ? Urgency.PLAYER_WAITS : Urgency.FOLLOW_UP;
    Request request = request(urgency, situation, perception);
    return new Thought(other, seen.key(), false, letter.byPlayer(), situation, kernel.ask(request));
  }

  private Thought considerGreeting(EntityView newcomer, Perception perception) {
    String hello = preferred == Language.ZH ? "你好！" : "Hello!";
    String person = people.keyOf(newcomer);
    conversation.turnTowards(newcomer, person, perception);
    Situation situation = composer.compose(hello, newcomer, List.of(), perception);
    Request request = request(Urgency.BACKGROUND, situation, perception);
    return new Thought(newcomer, person, true, false, situation, kernel.ask(request));
  }

  private Request request(Urgency urgency, Situation situation, Perception perception) {
    long choice = new SplittableRandom(seed ^ perception.tick()).nextLong();
    return new Request(profile.name().en(), urgency, situation, choice, PATIENCE);
  }

  private List<Action> finishThought(Perception perception) {
    if (thought == null) {
      return List.of();
    }
    Thought done = thought;
    Optional<Outcome> outcome = done.ticket().outcome();
    if (outcome.isEmpty()) {
      return List.of();
    }
    thought = null;
    if (outcome.get() instanceof Outcome.Decided decided) {
      return done.greeting()
          ? greet(done, decided.decision(), perception)
          : answer(done, decided.decision(), perception);
    }
    if (outcome.get() instanceof Outcome.GivenUp givenUp) {
      giveUp(done, givenUp, perception);
    }
    return List.of();
  }

  /** Says hello, unless the newcomer was quicker. */
  private List<Action> greet(Thought done, Decision decision, Perception perception) {
    if (!inbox.isEmpty()) {
      return List.of();
    }
    conversation.say(decision.say(), done.other().id(), perception.tick());
    return List.of(
        new Action.Look(perception.self().id(), done.other().body().position()),
        new Action.Emote(perception.self().id(), Gesture.WAVE));
  }

  private List<Action> answer(Thought done, Decision decision, Perception perception) {
    EntityView other = perception.body(done.other().id()).orElse(done.other());
    conversation
        .turnTowards(other, done.person(), perception)
        .heard(done.situation().text(), decision.steps());
    conversation.say(decision.say(), other.id(), perception.tick());
    return done.orders() ? obey(done, decision, other, perception) : List.of();
  }

  private List<Action> obey(
      Thought done, Decision decision, EntityView other, Perception perception) {
    learn(done, decision, perception);
    List<Action> actions =
        new ArrayList<>(enactor.enact(decision.steps(), other, done.situation(), perception));
    orders.given(actions, other.id(), perception.tick());
    if (decision.steps().stream().map(Step::intent).anyMatch("farewell"::equals)
        && orders.releasedBy(other.id(), perception.tick())) {
      actions.add(new Action.Wait(perception.self().id()));
    }
    return actions;
  }

  private void learn(Thought done, Decision decision, Perception perception) {
    String text = done.situation().text();
    if (memories.of(done.person()).isEmpty()) {
      memories.add(Memory.of(Kind.MET, done.person(), text, perception.tick()));
    }
    for (Step step : decision.steps()) {
      Learner.learn(step, done.person(), done.situation(), perception.tick())
          .ifPresent(memories::add);
    }
  }

  private void giveUp(Thought done, Outcome.GivenUp givenUp, Perception perception) {
    if (givenUp.cause() == Outcome.Cause.CANCELLED || done.greeting()) {
      return;
    }
    failure = profile.name().en() + " did not answer: " + givenUp.reason();
    if (done.orders()) {
      Optional<EntityId> to = Optional.of(done.other().id());
      conversation.remark(Remark.NO_THOUGHT, to, perception.tick());
    }
  }

  private List<Action> freeTime(Perception perception) {
    long silence = conversation.silence(perception.tick());
    if (silence <= Attention.TALK_TICKS) {
      Optional<Action> look = conversation.partner().flatMap(id -> Facing.keep(id, perception));
      if (look.isPresent()) {
        return List.of(look.get());
      }
    }
    if (silence < ERRAND_REST_TICKS || orders.stands(perception.tick())) {
      return List.of();
    }
    Optional<Agenda.Errand> errand = agenda.next(perception);
    if (errand.isPresent()) {
      return List.of(run(errand.get(), perception));
    }
    return silence < Attention.TALK_TICKS
        ? List.of()
        : routine(perception).next(perception).stream().toList();
  }

  private Action run(Agenda.Errand errand, Perception perception) {
    if (errand instanceof Agenda.Errand.Walk walk) {
      return new Action.Go(perception.self().id(), walk.goal());
    }
    Agenda.Errand.Tell tell = (Agenda.Errand.Tell) errand;
    conversation.remark(tell.words(), Optional.of(tell.to()), perception.tick());
    agenda.told(tell.memory());
    attention.addressed(tell.to(), perception.tick());
    return new Action.Wait(perception.self().id());
  }

  private Routine routine(Perception perception) {
    if (routine == null) {
      routine =
          new Routine(
              profile,
              place,
              perception.self().body().position(),
              perception.tick(),
              new SplittableRandom(seed));
    }
    return routine;
  }
}
