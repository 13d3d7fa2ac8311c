package anima.api;

import anima.brain.kernel.Outcome;
import anima.brain.kernel.Trace;
import anima.world.EntityId;
import anima.world.Vec3;
import java.util.List;
import java.util.stream.Collectors;

/** Someone with a mind, in the world of an {@link Anima}. Owned by its thread. */
public final class AnimaCharacter {
  private final Anima anima;
  private final EntityId body;
  private final String name;

  AnimaCharacter(Anima anima, EntityId body, String name) {
    this.anima = anima;
    this.body = body;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /**
   * Says something to the character and waits for the answer, in English or Chinese as spoken to.
   *
   * @return all that it said
   * @throws AnimaException when it is out of earshot, or does not answer in a minute of its world
   */
  public String chat(String text) {
    return anima.chat(this, text);
  }

  /** Where it stands, in metres: right-handed, Y up. */
  public Vec3 position() {
    return anima.position(this);
  }

  /** Why it answered last what it did: what it heard, what it took that for, what it knew. */
  public String why() {
    List<Trace> traces = anima.traces(this);
    if (traces.isEmpty()) {
      return name + " has not been asked anything yet.";
    }
    Trace last = traces.get(traces.size() - 1);
    String heard = "heard: " + last.situation().text();
    String remembered =
        last.situation().memories().stream()
            .map(memory -> "\nremembered: " + memory)
            .collect(Collectors.joining());
    return heard + remembered + "\n" + why(last.outcome());
  }

  private static String why(Outcome outcome) {
    if (outcome instanceof Outcome.Decided decided) {
      return decided.decision().why();
    }
    return outcome instanceof Outcome.GivenUp givenUp ? givenUp.reason() : "";
  }

  EntityId body() {
    return body;
  }
}
