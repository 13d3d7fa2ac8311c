package anima.world;

import java.util.Optional;

/**
 * Judges actions and carries out those that stand, each by itself and at once. Answers why an
 * action is refused, or nothing. Owned by the world's thread.
 */
final class Rules implements ActionHandler<Optional<Refusal>> {
  private final SpeechRules speech;
  private final MotionRules motion;
  private final TradeRules trade;
  private final PresenceRules presence;

  Rules(WorldState state) {
    speech = new SpeechRules(state);
    motion = new MotionRules(state);
    trade = new TradeRules(state);
    presence = new PresenceRules(state);
  }

  @Override
  public Optional<Refusal> say(Action.Say say) {
    return speech.say(say);
  }

  @Override
  public Optional<Refusal> walk(Action.Walk walk) {
    return motion.walk(walk);
  }

  @Override
  public Optional<Refusal> go(Action.Go go) {
    return motion.go(go);
  }

  @Override
  public Optional<Refusal> follow(Action.Follow follow) {
    return motion.follow(follow);
  }

  @Override
  public Optional<Refusal> lead(Action.Lead lead) {
    return motion.lead(lead);
  }

  @Override
  public Optional<Refusal> waits(Action.Wait wait) {
    return motion.waits(wait);
  }

  @Override
  public Optional<Refusal> point(Action.Point point) {
    return speech.point(point);
  }

  @Override
  public Optional<Refusal> look(Action.Look look) {
    return speech.look(look);
  }

  @Override
  public Optional<Refusal> give(Action.Give give) {
    return trade.give(give);
  }

  @Override
  public Optional<Refusal> sell(Action.Sell sell) {
    return trade.sell(sell);
  }

  @Override
  public Optional<Refusal> take(Action.Take take) {
    return trade.take(take);
  }

  @Override
  public Optional<Refusal> emote(Action.Emote emote) {
    return speech.emote(emote);
  }

  @Override
  public Optional<Refusal> use(Action.Use use) {
    return motion.use(use);
  }

  @Override
  public Optional<Refusal> arrive(Action.Arrive arrive) {
    return presence.arrive(arrive);
  }

  @Override
  public Optional<Refusal> depart(Action.Depart depart) {
    return presence.depart(depart);
  }

  /** Whether a point is near enough to the world to mean something. */
  static boolean isSane(Vec3 point) {
    return Math.abs(point.x()) <= Limits.COORDINATE_MAX
        && Math.abs(point.y()) <= Limits.COORDINATE_MAX
        && Math.abs(point.z()) <= Limits.COORDINATE_MAX;
  }

  /** The body that acts; the world has checked that it is awake. */
  static Entity actor(WorldState state, Action action) {
    return state.awake(action.actor()).orElseThrow();
  }
}
