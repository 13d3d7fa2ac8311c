package anima.sync.store;

import java.nio.file.Path;

/**
 * Why a store cannot be opened or read: one sentence for a person, what and where and what to do.
 */
public final class StoreException extends Exception {
  StoreException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  StoreException(String sentence) {
    super(sentence);
  }

  /** A store without a snapshot that is whole. */
  public static StoreException damaged(Path file) {
    return new StoreException(StoreFailure.damaged(file));
  }

  /** A store whose rows are whole but make no sense. */
  public static StoreException damaged(Path file, Throwable cause) {
    return new StoreException(StoreFailure.damaged(file), cause);
  }
}
