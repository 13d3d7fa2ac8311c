package anima.client.avatar;

import anima.world.Gesture;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gesture under way: eased in, played once (sitting and dancing last), eased out. */
final class Gesturing {
  private static final double EASE_SECONDS = 0.28;

  /** A motion at a time since its beginning, weighed from 0 to 1. */
  interface Motion {
    void pose(Posture posture, double seconds, double weight);
  }

  private static final Map<Gesture, Motion> MOTIONS = new EnumMap<>(GestureMotions.all());

  private @Nullable Gesture gesture;
  private double seconds;
  private double weight;
  private boolean ending;

  void begin(Gesture next) {
    if (next == Gesture.STAND) {
      ending = true;
      return;
    }
    gesture = next;
    seconds = 0;
    ending = false;
  }

  /** Walking ends what cannot be done while walking. */
  void walkedOff() {
    if (gesture == Gesture.SIT || gesture == Gesture.DANCE || gesture == Gesture.BOW) {
      ending = true;
    }
  }

  void pose(Posture posture, double secondsPassed) {
    if (gesture == null) {
      return;
    }
    seconds += secondsPassed;
    ending |= seconds > length(gesture);
    double step = secondsPassed / EASE_SECONDS;
    weight = Math.max(0, Math.min(1, weight + (ending ? -step : step)));
    if (weight == 0 && ending) {
      gesture = null;
      ending = false;
      return;
    }
    Motion motion = MOTIONS.get(gesture);
    if (motion != null) {
      motion.pose(posture, seconds, weight * weight * (3 - 2 * weight));
    }
  }

  private static double length(Gesture gesture) {
    return switch (gesture) {
      case SIT -> Double.MAX_VALUE;
      case DANCE -> 9;
      case CRY, THINK -> 3.5;
      case CLAP, LAUGH, SMILE -> 2.6;
      case WAVE, SALUTE -> 2.2;
      case BOW, SHRUG, NOD, SHAKE_HEAD -> 1.5;
      case JUMP, STAND -> 0.75;
    };
  }
}
