package anima.sync.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Puts what the disk or the database says into one sentence for a person. */
final class StoreFailure {
  private StoreFailure() {}

  static StoreException of(Path file, Exception cause) {
    return new StoreException(sentence(file, cause), cause);
  }

  static String sentence(Path file, Throwable cause) {
    if (cause instanceof AccessDeniedException) {
      return denied(file);
    }
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof SQLException sql) {
        return ofCode(file, SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff), sql);
      }
    }
    return "The world store " + file + " cannot be used: " + firstLine(cause) + ".";
  }

  private static String ofCode(Path file, SQLiteErrorCode code, SQLException cause) {
    return switch (code) {
      case SQLITE_FULL, SQLITE_IOERR ->
          "The disk is full or fails at the world store "
              + file
              + "; make room, nothing stored is lost.";
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> denied(file);
      case SQLITE_BUSY, SQLITE_LOCKED -> inUse(file);
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file);
      default -> "The world store " + file + " cannot be used: " + firstLine(cause) + ".";
    };
  }

  static String inUse(Path file) {
    return "The world store "
        + file
        + " is in use by another program; close that one or name another folder.";
  }

  static String damaged(Path file) {
    return "The world store "
        + file
        + " is damaged; move it away to start anew, or put back a copy of it.";
  }

  private static String denied(Path file) {
    return "There is no permission to write the world store "
        + file
        + "; name a folder that is yours.";
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
