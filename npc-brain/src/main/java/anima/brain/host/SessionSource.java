package anima.brain.host;

import anima.world.Session;
import java.util.List;

/** Where a host gets the bodies that its minds move: a room in the same program, or a server. */
public interface SessionSource {
  /** Ids of the inhabitants that live there, whether free or not. */
  List<String> inhabitants();

  /**
   * Takes up an inhabitant.
   *
   * @throws SessionException when that is not possible now, such as when another host drives it
   */
  Session open(String inhabitant) throws SessionException;
}
