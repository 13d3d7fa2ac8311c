package anima.client.hud;

import anima.world.EntityId;
import anima.world.WorldEvent;
import anima.world.WorldEventHandler;
import com.jme3.math.ColorRGBA;

/** Puts what happened into words: bubbles, the log, sentences; true if it had words for it. */
public final class Narrator implements WorldEventHandler<Boolean> {
  private final EntityId self;
  private final Texts texts;
  private final BubblesState bubbles;
  private final ChatState chat;
  private final StatusState status;
  private final ToastState toasts;

  public Narrator(
      EntityId self,
      Texts texts,
      BubblesState bubbles,
      ChatState chat,
      StatusState status,
      ToastState toasts) {
    this.self = self;
    this.texts = texts;
    this.bubbles = bubbles;
    this.chat = chat;
    this.status = status;
    this.toasts = toasts;
  }

  private boolean isSelf(EntityId id) {
    return id.equals(self);
  }

  @Override
  public Boolean appeared(WorldEvent.Appeared appeared) {
    return false;
  }

  @Override
  public Boolean vanished(WorldEvent.Vanished vanished) {
    return false;
  }

  @Override
  public Boolean moved(WorldEvent.Moved moved) {
    return false;
  }

  @Override
  public Boolean said(WorldEvent.Said said) {
    bubbles.said(said);
    ColorRGBA colour = isSelf(said.speaker()) ? Skin.GOLD : Skin.PAPER;
    chat.log(texts.of("chat.say", status.name(said.speaker()), said.text()), colour);
    return true;
  }

  @Override
  public Boolean began(WorldEvent.Began began) {
    return false;
  }

  @Override
  public Boolean arrived(WorldEvent.Arrived arrived) {
    return false;
  }

  @Override
  public Boolean pointed(WorldEvent.Pointed pointed) {
    return false;
  }

  @Override
  public Boolean looked(WorldEvent.Looked looked) {
    return false;
  }

  @Override
  public Boolean emoted(WorldEvent.Emoted emoted) {
    return false;
  }

  @Override
  public Boolean gave(WorldEvent.Gave gave) {
    String goods = status.goods(gave.goods(), gave.count());
    String giver = status.name(gave.actor());
    chat.log(
        isSelf(gave.to())
            ? texts.of("gave.you", giver, goods)
            : texts.of("gave", giver, status.name(gave.to()), goods),
        Skin.GOLD);
    return true;
  }

  @Override
  public Boolean offered(WorldEvent.Offered offered) {
    return false;
  }

  @Override
  public Boolean lapsed(WorldEvent.Lapsed lapsed) {
    return false;
  }

  @Override
  public Boolean sold(WorldEvent.Sold sold) {
    String goods = status.goods(sold.goods(), sold.count());
    if (isSelf(sold.buyer())) {
      toasts.show(texts.of("sold.you", status.name(sold.seller()), goods, sold.totalCoins()));
    } else if (isSelf(sold.seller())) {
      toasts.show(texts.of("sold.by.you", status.name(sold.buyer()), goods, sold.totalCoins()));
    }
    return true;
  }

  @Override
  public Boolean held(WorldEvent.Held held) {
    return false;
  }

  @Override
  public Boolean used(WorldEvent.Used used) {
    return false;
  }

  @Override
  public Boolean skyChanged(WorldEvent.SkyChanged skyChanged) {
    return false;
  }

  @Override
  public Boolean refused(WorldEvent.Refused refused) {
    String key = "refused." + refused.reason();
    toasts.show(texts.of(texts.keys().contains(key) ? key : "refused.other"));
    return true;
  }
}
