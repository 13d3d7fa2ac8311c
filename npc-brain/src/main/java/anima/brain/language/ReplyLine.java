package anima.brain.language;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A written reply: its text has role tokens in braces. */
record ReplyLine(String outcome, String mood, String text) {
  static final Pattern ROLE = Pattern.compile("\\{([a-z]+)}");

  List<String> roles() {
    return ROLE.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }
}
