package anima.brain.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One part of an address's path, percent-encoded (RFC 3986 §2.1). */
final class UrlPart {
  private UrlPart() {}

  static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
