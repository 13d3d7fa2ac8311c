package anima.world.place;

import anima.world.json.Length;

/** A sentence in English and in Chinese. */
public record Line(@Length(min = 1, max = 300) String en, @Length(min = 1, max = 300) String zh) {}
