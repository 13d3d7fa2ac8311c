package anima.brain.kernel;

import anima.brain.language.Situation;

/**
 * One request as it went, for whoever asks why.
 *
 * @param waitedMillis from asking to the start of thinking
 * @param thoughtMillis from the start of thinking to the outcome
 */
public record Trace(
    String who,
    Urgency urgency,
    Situation situation,
    Outcome outcome,
    double waitedMillis,
    double thoughtMillis) {}
