package anima.world.place;

/** A sentence in English and in Chinese. */
public record Line(String en, String zh) {}
