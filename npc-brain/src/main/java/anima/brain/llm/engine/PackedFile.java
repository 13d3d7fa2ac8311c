package anima.brain.llm.engine;

/**
 * A file that is wanted out of an archive.
 *
 * @param entry its path in the archive
 * @param name what it is called where it goes
 * @param sha256 in lower-case hexadecimal
 */
record PackedFile(String entry, String name, long bytes, String sha256) {}
