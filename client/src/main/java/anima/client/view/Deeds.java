package anima.client.view;

import anima.client.avatar.BodiesState;
import anima.client.hud.Hud;
import anima.client.hud.Texts;
import anima.client.input.Command;
import anima.client.input.WalkState;
import anima.world.Action;
import anima.world.EntityView;
import anima.world.Gesture;
import anima.world.Scene;
import anima.world.Session;
import com.jme3.renderer.Camera;
import java.util.Optional;

/** What a pressed key does, other than walking and looking. */
final class Deeds {
  private final Session session;
  private final Scene scene;
  private final BodiesState bodies;
  private final WalkState walk;
  private final Hud hud;
  private final Texts texts;
  private final Camera camera;

  Deeds(
      Session session,
      Scene scene,
      BodiesState bodies,
      WalkState walk,
      Hud hud,
      Texts texts,
      Camera camera) {
    this.session = session;
    this.scene = scene;
    this.bodies = bodies;
    this.walk = walk;
    this.hud = hud;
    this.texts = texts;
    this.camera = camera;
  }

  void press(Command command) {
    switch (command) {
      case TALK -> talk();
      case CHAT -> hud.chat().open(Optional.empty(), Optional.empty(), "");
      case TAKE ->
          hud.status()
              .offer()
              .ifPresent(offer -> session.submit(new Action.Take(session.self(), offer.seller())));
      case DECLINE -> hud.status().decline();
      case WAVE -> session.submit(new Action.Emote(session.self(), Gesture.WAVE));
      case HELP -> hud.help().toggleHelp();
      case DEBUG -> hud.help().toggleFigures();
      case FORWARD, BACK, LEFT, RIGHT, RUN, VIEW, POINTER -> {}
    }
  }

  /** Faces whoever is meant and opens the chat line to them. */
  private void talk() {
    Optional<EntityView> found = Companions.facing(scene, bodies, camera);
    if (found.isEmpty()) {
      hud.toasts().show(texts.of("nobody.near"));
      return;
    }
    EntityView other = found.get();
    scene
        .selfView()
        .ifPresent(me -> walk.face(me.body().position().yawTo(other.body().position())));
    String name = other.name().in(texts.language());
    hud.chat().open(Optional.of(other.id()), Optional.of(name), "");
  }
}
