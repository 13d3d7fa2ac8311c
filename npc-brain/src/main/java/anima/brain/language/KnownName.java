package anima.brain.language;

import java.util.List;

/**
 * What something known may be called.
 *
 * @param key identity among those of its kind
 * @param forms names in either language, plurals among them
 */
public record KnownName(SlotKind kind, String key, List<String> forms) {
  public KnownName {
    forms = List.copyOf(forms);
  }
}
