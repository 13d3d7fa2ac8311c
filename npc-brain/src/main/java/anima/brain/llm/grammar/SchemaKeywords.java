package anima.brain.llm.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which keywords of JSON schema speak of which type. */
final class SchemaKeywords {
  /** Greatest count of characters or items. */
  static final int COUNT_MAX = 1_000_000;

  /** Keywords that tell something but change nothing. */
  static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "format",
          "$schema",
          "$id",
          "$comment",
          "$defs",
          "definitions");

  private static final Set<String> NUMBERS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

  private static final Map<String, Set<String>> BY_TYPE =
      new TreeMap<>(
          Map.of(
              "object", Set.of("properties", "required", "additionalProperties"),
              "array", Set.of("items", "minItems", "maxItems"),
              "string", Set.of("minLength", "maxLength", "x-text"),
              "integer", NUMBERS,
              "number", NUMBERS));

  private SchemaKeywords() {}

  /** What may stand in a schema of these types. */
  static Set<String> of(List<String> types) {
    Set<String> keywords = new HashSet<>(Set.of("type"));
    types.forEach(type -> keywords.addAll(BY_TYPE.getOrDefault(type, Set.of())));
    return keywords;
  }

  /** The one type that keywords without {@code type} speak of; none when they speak of none. */
  static List<String> spokenOf(Set<String> keywords) {
    List<String> types = new ArrayList<>();
    BY_TYPE.forEach(
        (type, own) -> {
          if (!type.equals("integer") && own.stream().anyMatch(keywords::contains)) {
            types.add(type);
          }
        });
    return types;
  }
}
