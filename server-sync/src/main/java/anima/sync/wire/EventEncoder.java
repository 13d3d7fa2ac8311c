package anima.sync.wire;

import anima.sync.wire.proto.Appeared;
import anima.sync.wire.proto.Event;
import anima.sync.wire.proto.Give;
import anima.sync.wire.proto.Held;
import anima.sync.wire.proto.Refused;
import anima.sync.wire.proto.Said;
import anima.sync.wire.proto.Sell;
import anima.sync.wire.proto.SkyChanged;
import anima.sync.wire.proto.Vanished;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.GoodsId;
import anima.world.WorldEvent;
import anima.world.WorldEventHandler;

/** Events as protobuf messages; {@link EventDecoder} is its inverse. Stateless. */
final class EventEncoder implements WorldEventHandler<Event.Builder> {
  Event encode(WorldEvent event) {
    return event.accept(this).setTick(event.tick()).build();
  }

  @Override
  public Event.Builder appeared(WorldEvent.Appeared appeared) {
    EntityView view = appeared.view();
    Appeared.Builder message =
        Appeared.newBuilder()
            .setName(ValueWire.encode(view.name()))
            .setBody(ValueWire.encode(view.body()))
            .setLooks(ValueWire.encode(view.looks()))
            .setDoing(ValueWire.encode(view.activity()));
    view.trade().ifPresent(trade -> message.setTrade(ValueWire.encode(trade)));
    return by(view.id()).setAppeared(message);
  }

  @Override
  public Event.Builder vanished(WorldEvent.Vanished vanished) {
    return by(vanished.entity()).setVanished(Vanished.getDefaultInstance());
  }

  @Override
  public Event.Builder moved(WorldEvent.Moved moved) {
    return by(moved.entity()).setMoved(ValueWire.encode(moved.body()));
  }

  @Override
  public Event.Builder said(WorldEvent.Said said) {
    return by(said.speaker())
        .setSaid(
            Said.newBuilder()
                .setText(said.text())
                .setLoudness(said.loudness().name())
                .setTo(ValueWire.encode(said.to()))
                .setAt(ValueWire.encode(said.at())));
  }

  @Override
  public Event.Builder began(WorldEvent.Began began) {
    return by(began.actor()).setBegan(ValueWire.encode(began.activity()));
  }

  @Override
  public Event.Builder arrived(WorldEvent.Arrived arrived) {
    return by(arrived.actor()).setArrived(ValueWire.encode(arrived.at()));
  }

  @Override
  public Event.Builder pointed(WorldEvent.Pointed pointed) {
    return by(pointed.actor()).setPointed(ValueWire.encode(pointed.at()));
  }

  @Override
  public Event.Builder looked(WorldEvent.Looked looked) {
    return by(looked.actor()).setLooked(ValueWire.encode(looked.at()));
  }

  @Override
  public Event.Builder emoted(WorldEvent.Emoted emoted) {
    return by(emoted.actor()).setEmoted(emoted.gesture().name());
  }

  @Override
  public Event.Builder gave(WorldEvent.Gave gave) {
    return by(gave.actor())
        .setGave(
            Give.newBuilder()
                .setTo(gave.to().value())
                .setGoods(gave.goods().value())
                .setCount(gave.count()));
  }

  @Override
  public Event.Builder offered(WorldEvent.Offered offered) {
    return by(offered.seller())
        .setOffered(sale(offered.buyer(), offered.goods(), offered.count(), offered.totalCoins()));
  }

  @Override
  public Event.Builder sold(WorldEvent.Sold sold) {
    return by(sold.seller())
        .setSold(sale(sold.buyer(), sold.goods(), sold.count(), sold.totalCoins()));
  }

  @Override
  public Event.Builder lapsed(WorldEvent.Lapsed lapsed) {
    return by(lapsed.seller()).setLapsed(lapsed.buyer().value());
  }

  @Override
  public Event.Builder held(WorldEvent.Held held) {
    Held.Builder message = Held.newBuilder().setCoins(held.coins());
    held.counts().forEach((goods, count) -> message.putCounts(goods.value(), count));
    return by(held.actor()).setHeld(message);
  }

  @Override
  public Event.Builder used(WorldEvent.Used used) {
    return by(used.actor()).setUsed(used.thing());
  }

  @Override
  public Event.Builder skyChanged(WorldEvent.SkyChanged sky) {
    return Event.newBuilder()
        .setSkyChanged(
            SkyChanged.newBuilder().setHour(sky.hour()).setWeather(sky.weather().name()));
  }

  @Override
  public Event.Builder refused(WorldEvent.Refused refused) {
    return by(refused.actor())
        .setRefused(
            Refused.newBuilder().setAction(refused.action()).setReason(refused.reason().name()));
  }

  private static Event.Builder by(EntityId actor) {
    return Event.newBuilder().setActor(actor.value());
  }

  private static Sell sale(EntityId buyer, GoodsId goods, int count, long totalCoins) {
    return Sell.newBuilder()
        .setTo(buyer.value())
        .setGoods(goods.value())
        .setCount(count)
        .setTotalCoins(totalCoins)
        .build();
  }
}
