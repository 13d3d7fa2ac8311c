package anima.sync.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The whole state of a world after a tick. */
public record Snapshot(long tick, long stateHash, String json) {

  /** SHA-256 over all fields: a damaged row is told from a good one. */
  byte[] sha256() {
    MessageDigest digest = sha256Digest();
    digest.update((tick + " " + stateHash + "\n").getBytes(StandardCharsets.UTF_8));
    return digest.digest(json.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
