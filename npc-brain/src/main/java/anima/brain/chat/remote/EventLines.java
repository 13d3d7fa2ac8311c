package anima.brain.chat.remote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes server-sent events apart as their bytes come: the texts behind {@code data:}, those of one
 * event joined by line breaks; comments and other fields are dropped. Owned by one thread. See the
 * HTML standard, "Server-sent events".
 */
final class EventLines {
  private static final String DATA = "data";

  private byte[] line = new byte[256];
  private int length;
  private boolean afterReturn;
  private final StringBuilder data = new StringBuilder();
  private boolean hasData;
  private final List<String> events = new ArrayList<>();

  /** Takes more bytes; returns the events that are whole now. */
  List<String> take(ByteBuffer bytes) {
    events.clear();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n' && afterReturn) {
        afterReturn = false;
      } else if (next == '\n' || next == '\r') {
        afterReturn = next == '\r';
        endLine();
      } else {
        afterReturn = false;
        add(next);
      }
    }
    return List.copyOf(events);
  }

  /** Returns the last event, if the server forgot the empty line behind it. */
  List<String> finish() {
    events.clear();
    endLine();
    endEvent();
    return List.copyOf(events);
  }

  private void add(byte next) {
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = next;
  }

  private void endLine() {
    if (length == 0) {
      endEvent();
      return;
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    if (field.equals(DATA) || field.equals("\ufeff" + DATA)) {
      String value = colon < 0 ? "" : text.substring(colon + 1);
      data.append(hasData ? "\n" : "").append(value.startsWith(" ") ? value.substring(1) : value);
      hasData = true;
    }
  }

  private void endEvent() {
    if (hasData) {
      events.add(data.toString());
    }
    data.setLength(0);
    hasData = false;
  }
}
