package anima.brain.kernel;

import anima.brain.language.Situation;
import java.time.Duration;

/**
 * A wish for a decision.
 *
 * @param who name of the mind that asks
 * @param patience after which an answer is of no use any more
 */
public record Request(
    String who, Urgency urgency, Situation situation, long seed, Duration patience) {}
