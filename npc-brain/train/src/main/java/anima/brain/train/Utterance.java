package anima.brain.train;

import anima.brain.language.KnownName;
import anima.brain.language.Role;
import java.util.List;
import java.util.Map;

/** A filled phrase: its text, where its arguments stand in it, and the names known in it. */
record Utterance(String intent, String text, Map<Role, Span> spans, List<KnownName> known) {
  /** UTF-16 units {@code start} to {@code end} exclusive. */
  record Span(int start, int end) {}

  Utterance {
    spans = Map.copyOf(spans);
    known = List.copyOf(known);
  }
}
