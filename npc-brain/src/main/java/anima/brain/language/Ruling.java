package anima.brain.language;

/** What a step comes to: its intent, which may give way to a near one, and the outcome. */
record Ruling(String intent, String outcome) {}
