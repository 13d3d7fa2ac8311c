package anima.brain.chat.remote;

import java.util.Optional;

/**
 * How a server is asked to keep to a schema, best first; what it refuses is asked less strictly.
 */
enum SchemaMode {
  /** The server itself holds the model to the schema. */
  SCHEMA,
  /** The server holds the model to JSON; the schema is told in words. */
  OBJECT,
  /** The schema is told in words alone. */
  WORDS;

  Optional<SchemaMode> next() {
    return switch (this) {
      case SCHEMA -> Optional.of(OBJECT);
      case OBJECT -> Optional.of(WORDS);
      case WORDS -> Optional.empty();
    };
  }
}
