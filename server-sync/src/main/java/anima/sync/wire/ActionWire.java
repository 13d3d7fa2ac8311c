package anima.sync.wire;

import anima.sync.wire.proto.Arrive;
import anima.sync.wire.proto.Depart;
import anima.sync.wire.proto.Give;
import anima.sync.wire.proto.Lead;
import anima.sync.wire.proto.Say;
import anima.sync.wire.proto.Sell;
import anima.sync.wire.proto.Wait;
import anima.sync.wire.proto.Walk;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.Gesture;
import anima.world.GoodsId;
import anima.world.Loudness;

/** Actions as protobuf messages and back. */
final class ActionWire {
  /**
   * A text is cut here before it is sent, one beyond what the rules allow: they refuse it as they
   * would have refused the whole, and a pasted book does not end the connection.
   */
  private static final int TEXT_LENGTH_MAX = Action.SAY_LENGTH_MAX + 1;

  private static final Encoder ENCODER = new Encoder();

  private ActionWire() {}

  static anima.sync.wire.proto.Action encode(Action action) {
    return action.accept(ENCODER).setActor(action.actor().value()).build();
  }

  static Action decode(anima.sync.wire.proto.Action action) throws WireFault {
    try {
      return decode(new EntityId(action.getActor()), action);
    } catch (IllegalArgumentException e) {
      throw new WireFault("An action has a value out of range: " + e.getMessage() + ".", e);
    }
  }

  private static Action decode(EntityId actor, anima.sync.wire.proto.Action a) throws WireFault {
    return switch (a.getKindCase()) {
      case SAY ->
          new Action.Say(
              actor,
              a.getSay().getText(),
              Loudness.valueOf(a.getSay().getLoudness()),
              ValueWire.decodeOptional(a.getSay().getTo()));
      case WALK ->
          new Action.Walk(
              actor, ValueWire.decode(a.getWalk().getVelocity()), a.getWalk().getYawRadians());
      case GO -> new Action.Go(actor, ValueWire.decode(a.getGo()));
      case FOLLOW -> new Action.Follow(actor, new EntityId(a.getFollow()));
      case LEAD ->
          new Action.Lead(
              actor, new EntityId(a.getLead().getOther()), ValueWire.decode(a.getLead().getGoal()));
      case WAIT -> new Action.Wait(actor);
      case POINT -> new Action.Point(actor, ValueWire.decode(a.getPoint()));
      case LOOK -> new Action.Look(actor, ValueWire.decode(a.getLook()));
      case GIVE -> {
        Give give = a.getGive();
        yield new Action.Give(
            actor, new EntityId(give.getTo()), new GoodsId(give.getGoods()), give.getCount());
      }
      case SELL -> {
        Sell sell = a.getSell();
        yield new Action.Sell(
            actor,
            new EntityId(sell.getTo()),
            new GoodsId(sell.getGoods()),
            sell.getCount(),
            sell.getTotalCoins());
      }
      case TAKE -> new Action.Take(actor, new EntityId(a.getTake()));
      case EMOTE -> new Action.Emote(actor, Gesture.valueOf(a.getEmote()));
      case USE -> new Action.Use(actor, a.getUse());
      case ARRIVE ->
          new Action.Arrive(
              actor,
              ValueWire.decode(a.getArrive().getName()),
              ValueWire.decode(a.getArrive().getLooks()));
      case DEPART -> new Action.Depart(actor);
      case KIND_NOT_SET -> throw new WireFault("An action is of no known kind.");
    };
  }

  private static String cut(String text) {
    return text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text;
  }

  /** Encodes all but the actor. */
  private static final class Encoder
      implements anima.world.ActionHandler<anima.sync.wire.proto.Action.Builder> {
    private static anima.sync.wire.proto.Action.Builder action() {
      return anima.sync.wire.proto.Action.newBuilder();
    }

    @Override
    public anima.sync.wire.proto.Action.Builder say(Action.Say say) {
      return action()
          .setSay(
              Say.newBuilder()
                  .setText(cut(say.text()))
                  .setLoudness(say.loudness().name())
                  .setTo(ValueWire.encode(say.to())));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder walk(Action.Walk walk) {
      return action()
          .setWalk(
              Walk.newBuilder()
                  .setVelocity(ValueWire.encode(walk.velocity()))
                  .setYawRadians(walk.yawRadians()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder go(Action.Go go) {
      return action().setGo(ValueWire.encode(go.goal()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder follow(Action.Follow follow) {
      return action().setFollow(follow.other().value());
    }

    @Override
    public anima.sync.wire.proto.Action.Builder lead(Action.Lead lead) {
      return action()
          .setLead(
              Lead.newBuilder()
                  .setOther(lead.other().value())
                  .setGoal(ValueWire.encode(lead.goal())));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder waits(Action.Wait wait) {
      return action().setWait(Wait.getDefaultInstance());
    }

    @Override
    public anima.sync.wire.proto.Action.Builder point(Action.Point point) {
      return action().setPoint(ValueWire.encode(point.at()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder look(Action.Look look) {
      return action().setLook(ValueWire.encode(look.at()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder give(Action.Give give) {
      return action()
          .setGive(
              Give.newBuilder()
                  .setTo(give.to().value())
                  .setGoods(give.goods().value())
                  .setCount(give.count()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder sell(Action.Sell sell) {
      return action()
          .setSell(
              Sell.newBuilder()
                  .setTo(sell.to().value())
                  .setGoods(sell.goods().value())
                  .setCount(sell.count())
                  .setTotalCoins(sell.totalCoins()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder take(Action.Take take) {
      return action().setTake(take.from().value());
    }

    @Override
    public anima.sync.wire.proto.Action.Builder emote(Action.Emote emote) {
      return action().setEmote(emote.gesture().name());
    }

    @Override
    public anima.sync.wire.proto.Action.Builder use(Action.Use use) {
      return action().setUse(cut(use.thing()));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder arrive(Action.Arrive arrive) {
      return action()
          .setArrive(
              Arrive.newBuilder()
                  .setName(ValueWire.encode(arrive.name()))
                  .setLooks(ValueWire.encode(arrive.looks())));
    }

    @Override
    public anima.sync.wire.proto.Action.Builder depart(Action.Depart depart) {
      return action().setDepart(Depart.getDefaultInstance());
    }
  }
}
