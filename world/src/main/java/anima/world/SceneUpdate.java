package anima.world;

/** Brings a scene up to date, event by event; answers whether the event changes what is known. */
final class SceneUpdate implements WorldEventHandler<Boolean> {
  private final Scene scene;

  SceneUpdate(Scene scene) {
    this.scene = scene;
  }

  @Override
  public Boolean appeared(WorldEvent.Appeared appeared) {
    if (appeared.view().id().equals(scene.self())) {
      scene.startAnew();
    }
    scene.put(appeared.view());
    return true;
  }

  @Override
  public Boolean vanished(WorldEvent.Vanished vanished) {
    scene.remove(vanished.entity());
    return true;
  }

  @Override
  public Boolean moved(WorldEvent.Moved moved) {
    scene.view(moved.entity()).ifPresent(view -> scene.put(view.with(moved.body())));
    return true;
  }

  @Override
  public Boolean began(WorldEvent.Began began) {
    scene.view(began.actor()).ifPresent(view -> scene.put(view.with(began.activity())));
    return true;
  }

  @Override
  public Boolean offered(WorldEvent.Offered offered) {
    scene.put(
        new Offer(
            offered.seller(),
            offered.buyer(),
            offered.goods(),
            offered.count(),
            offered.totalCoins(),
            offered.tick() + Limits.OFFER_TICKS));
    return true;
  }

  @Override
  public Boolean lapsed(WorldEvent.Lapsed lapsed) {
    scene.close(lapsed.seller(), lapsed.buyer());
    return true;
  }

  @Override
  public Boolean sold(WorldEvent.Sold sold) {
    scene.close(sold.seller(), sold.buyer());
    return true;
  }

  @Override
  public Boolean held(WorldEvent.Held held) {
    if (held.actor().equals(scene.self())) {
      scene.own(held.coins(), held.counts());
    }
    return true;
  }

  @Override
  public Boolean skyChanged(WorldEvent.SkyChanged skyChanged) {
    scene.sky(skyChanged.hour(), skyChanged.weather());
    return true;
  }

  @Override
  public Boolean said(WorldEvent.Said said) {
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
    return false;
  }

  @Override
  public Boolean used(WorldEvent.Used used) {
    return false;
  }

  @Override
  public Boolean refused(WorldEvent.Refused refused) {
    return false;
  }
}
