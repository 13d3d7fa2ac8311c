package anima.brain.mind;

import java.util.LinkedHashMap;
import java.util.Map;

/** The talks with several people. Owned by the thread of its mind. */
final class Talks {
  /** Most people whose turns are kept; whose talk is oldest goes. */
  static final int PEOPLE_MAX = 16;

  /** After three minutes of silence a talk begins anew. */
  private static final long FORGET_TICKS = 3_600;

  private final Map<String, Talk> talks = new LinkedHashMap<>();

  /** The talk with a person, new when there was none lately. */
  Talk with(String person, long tick) {
    Talk talk = talks.remove(person);
    talk = talk == null ? new Talk() : talk;
    talks.put(person, talk);
    if (talks.size() > PEOPLE_MAX) {
      talks.remove(talks.keySet().iterator().next());
    }
    talk.openAt(tick, FORGET_TICKS);
    return talk;
  }
}
