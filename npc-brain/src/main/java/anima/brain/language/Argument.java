package anima.brain.language;

import java.util.Optional;

/**
 * What fills a role: the words as heard and, when they were linked to something known, its key
 * (landmark id, goods id, person key, or a number in digits).
 */
public record Argument(String text, Optional<String> key) {}
