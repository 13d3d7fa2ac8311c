package anima.brain.language;

import anima.world.Label;
import anima.world.Mood;

/** Who answers: name, trade and mood. */
public record Self(Label name, Label trade, Mood mood) {}
