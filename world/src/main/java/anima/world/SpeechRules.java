package anima.world;

import java.util.Optional;

/** Rules of what a body expresses: words, glances and gestures. */
final class SpeechRules {
  private final WorldState state;

  SpeechRules(WorldState state) {
    this.state = state;
  }

  Optional<Refusal> say(Action.Say say) {
    if (!isSpeakable(say.text())) {
      return Optional.of(Refusal.BAD_TEXT);
    }
    Entity actor = Rules.actor(state, say);
    if (say.to().isPresent()) {
      Optional<Entity> other = state.awake(say.to().get());
      if (other.isEmpty()) {
        return Optional.of(Refusal.NOT_THERE);
      }
      if (!actor.isMoving()) {
        state.face(actor, other.get().position());
      }
    }
    state.tell(
        new WorldEvent.Said(
            state.tick(), say.actor(), say.text(), say.loudness(), say.to(), actor.position()));
    return Optional.empty();
  }

  /** Joiners shape emoji and scripts; other invisible characters only deceive the reader. */
  private static boolean isSpeakable(String text) {
    return !text.isBlank()
        && text.length() <= Action.SAY_LENGTH_MAX
        && text.codePoints()
            .allMatch(
                c ->
                    switch (Character.getType(c)) {
                      case Character.CONTROL,
                          Character.SURROGATE,
                          Character.LINE_SEPARATOR,
                          Character.PARAGRAPH_SEPARATOR ->
                          false;
                      case Character.FORMAT -> c == 0x200C || c == 0x200D;
                      default -> true;
                    });
  }

  Optional<Refusal> point(Action.Point point) {
    if (!Rules.isSane(point.at())) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    turn(Rules.actor(state, point), point.at());
    state.tell(new WorldEvent.Pointed(state.tick(), point.actor(), point.at()));
    return Optional.empty();
  }

  Optional<Refusal> look(Action.Look look) {
    if (!Rules.isSane(look.at())) {
      return Optional.of(Refusal.BAD_NUMBER);
    }
    turn(Rules.actor(state, look), look.at());
    state.tell(new WorldEvent.Looked(state.tick(), look.actor(), look.at()));
    return Optional.empty();
  }

  private void turn(Entity actor, Vec3 at) {
    if (!actor.isMoving() && actor.activity().kind() != Activity.Kind.SITTING) {
      state.face(actor, at);
    }
  }

  Optional<Refusal> emote(Action.Emote emote) {
    Entity actor = Rules.actor(state, emote);
    if (emote.gesture() == Gesture.SIT) {
      state.begin(actor, Activity.of(Activity.Kind.SITTING));
      state.halt(actor);
    } else if (emote.gesture() == Gesture.STAND
        && actor.activity().kind() == Activity.Kind.SITTING) {
      state.begin(actor, Activity.IDLE);
    }
    state.tell(new WorldEvent.Emoted(state.tick(), emote.actor(), emote.gesture()));
    return Optional.empty();
  }
}
