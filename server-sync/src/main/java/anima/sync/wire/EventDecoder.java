package anima.sync.wire;

import anima.sync.wire.proto.Appeared;
import anima.sync.wire.proto.Event;
import anima.sync.wire.proto.Give;
import anima.sync.wire.proto.Said;
import anima.sync.wire.proto.Sell;
import anima.world.EntityId;
import anima.world.EntityView;
import anima.world.Gesture;
import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Loudness;
import anima.world.Refusal;
import anima.world.Weather;
import anima.world.WorldEvent;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events from protobuf messages; {@link EventEncoder} is its inverse. */
final class EventDecoder {
  private EventDecoder() {}

  static WorldEvent decode(Event event) throws WireFault {
    try {
      return event.getKindCase() == Event.KindCase.SKY_CHANGED
          ? new WorldEvent.SkyChanged(
              event.getTick(),
              event.getSkyChanged().getHour(),
              Weather.valueOf(event.getSkyChanged().getWeather()))
          : decode(event.getTick(), new EntityId(event.getActor()), event);
    } catch (IllegalArgumentException e) {
      throw new WireFault("An event has a value out of range: " + e.getMessage() + ".", e);
    }
  }

  private static WorldEvent decode(long tick, EntityId actor, Event e) throws WireFault {
    return switch (e.getKindCase()) {
      case APPEARED -> new WorldEvent.Appeared(tick, view(actor, e.getAppeared()));
      case VANISHED -> new WorldEvent.Vanished(tick, actor);
      case MOVED -> new WorldEvent.Moved(tick, actor, ValueWire.decode(e.getMoved()));
      case SAID -> said(tick, actor, e.getSaid());
      case BEGAN -> new WorldEvent.Began(tick, actor, ValueWire.decode(e.getBegan()));
      case ARRIVED -> new WorldEvent.Arrived(tick, actor, ValueWire.decode(e.getArrived()));
      case POINTED -> new WorldEvent.Pointed(tick, actor, ValueWire.decode(e.getPointed()));
      case LOOKED -> new WorldEvent.Looked(tick, actor, ValueWire.decode(e.getLooked()));
      case EMOTED -> new WorldEvent.Emoted(tick, actor, Gesture.valueOf(e.getEmoted()));
      case GAVE -> {
        Give gave = e.getGave();
        yield new WorldEvent.Gave(
            tick, actor, new EntityId(gave.getTo()), new GoodsId(gave.getGoods()), gave.getCount());
      }
      case OFFERED -> {
        Sell sale = e.getOffered();
        yield new WorldEvent.Offered(
            tick, actor, buyer(sale), goods(sale), sale.getCount(), sale.getTotalCoins());
      }
      case SOLD -> {
        Sell sale = e.getSold();
        yield new WorldEvent.Sold(
            tick, actor, buyer(sale), goods(sale), sale.getCount(), sale.getTotalCoins());
      }
      case LAPSED -> new WorldEvent.Lapsed(tick, actor, new EntityId(e.getLapsed()));
      case HELD -> held(tick, actor, e);
      case USED -> new WorldEvent.Used(tick, actor, e.getUsed());
      case REFUSED ->
          new WorldEvent.Refused(
              tick, actor, e.getRefused().getAction(), Refusal.valueOf(e.getRefused().getReason()));
      case SKY_CHANGED, KIND_NOT_SET -> throw new WireFault("An event is of no known kind.");
    };
  }

  private static EntityView view(EntityId id, Appeared a) {
    Optional<Label> trade =
        a.hasTrade() ? Optional.of(ValueWire.decode(a.getTrade())) : Optional.empty();
    return new EntityView(
        id,
        ValueWire.decode(a.getName()),
        ValueWire.decode(a.getBody()),
        ValueWire.decode(a.getLooks()),
        ValueWire.decode(a.getDoing()),
        trade);
  }

  private static WorldEvent said(long tick, EntityId speaker, Said said) {
    return new WorldEvent.Said(
        tick,
        speaker,
        said.getText(),
        Loudness.valueOf(said.getLoudness()),
        ValueWire.decodeOptional(said.getTo()),
        ValueWire.decode(said.getAt()));
  }

  private static WorldEvent held(long tick, EntityId actor, Event e) {
    SortedMap<GoodsId, Integer> counts = new TreeMap<>();
    e.getHeld().getCountsMap().forEach((goods, count) -> counts.put(new GoodsId(goods), count));
    return new WorldEvent.Held(
        tick, actor, e.getHeld().getCoins(), Collections.unmodifiableSortedMap(counts));
  }

  private static EntityId buyer(Sell sale) {
    return new EntityId(sale.getTo());
  }

  private static GoodsId goods(Sell sale) {
    return new GoodsId(sale.getGoods());
  }
}
