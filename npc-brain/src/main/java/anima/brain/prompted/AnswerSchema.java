package anima.brain.prompted;

import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Role;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON schema of an answer in one situation: {@code {"do":[{"intent":…, arguments…}], "feel":…,
 * "say":…}}. Intents with the same arguments share an alternative.
 */
final class AnswerSchema {
  /** Requests of one utterance that are taken up. */
  static final int STEPS_MAX = 2;

  /** Longest answer, in characters: about twenty seconds of speech. */
  static final int SAY_LENGTH_MAX = 320;

  static final List<String> FEELINGS =
      List.of("calm", "glad", "amused", "curious", "moved", "sad", "afraid", "angry", "tired");

  private static final int TEXT_LENGTH_MAX = 80;
  private static final int MESSAGE_LENGTH_MAX = 200;
  private static final int NUMBER_MAX = 999_999;

  private AnswerSchema() {}

  static JsonObject of(IntentCatalogue catalogue, Entities entities) {
    JsonObject steps = typed("array");
    steps.addProperty("minItems", 1);
    steps.addProperty("maxItems", STEPS_MAX);
    steps.add("items", step(catalogue, entities));
    JsonObject say = text(SAY_LENGTH_MAX, "sentences");
    JsonObject properties = new JsonObject();
    properties.add("do", steps);
    properties.add("feel", choice(FEELINGS));
    properties.add("say", say);
    return object(properties, List.of("do", "feel", "say"));
  }

  private static JsonObject step(IntentCatalogue catalogue, Entities entities) {
    Map<Set<Role>, JsonArray> byRoles = new LinkedHashMap<>();
    catalogue
        .answerable()
        .forEach(
            intent ->
                byRoles.computeIfAbsent(roles(intent), r -> new JsonArray()).add(intent.name()));
    JsonArray alternatives = new JsonArray();
    byRoles.forEach(
        (roles, intents) -> {
          JsonObject names = new JsonObject();
          names.add("enum", intents);
          JsonObject properties = new JsonObject();
          properties.add("intent", names);
          roles.forEach(role -> properties.add(role.key(), argument(role, entities)));
          alternatives.add(object(properties, List.of("intent")));
        });
    JsonObject step = new JsonObject();
    step.add("anyOf", alternatives);
    return step;
  }

  /** In the order of the roles, so that equal situations have equal schemas. */
  private static Set<Role> roles(Intent intent) {
    return intent.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(intent.roles());
  }

  private static JsonObject argument(Role role, Entities entities) {
    if (role == Role.COUNT || role == Role.PRICE) {
      JsonObject number = typed("integer");
      number.addProperty("minimum", 1);
      number.addProperty("maximum", NUMBER_MAX);
      return number;
    }
    JsonObject free = text(role == Role.MESSAGE ? MESSAGE_LENGTH_MAX : TEXT_LENGTH_MAX, "line");
    List<String> names = entities.names(role);
    if (names.isEmpty()) {
      return free;
    }
    // A name that is not on the list must stay sayable, or what is unknown would become known.
    JsonArray either = new JsonArray();
    either.add(choice(names));
    either.add(free);
    JsonObject argument = new JsonObject();
    argument.add("anyOf", either);
    return argument;
  }

  private static JsonObject text(int lengthMax, String form) {
    JsonObject text = typed("string");
    text.addProperty("minLength", 1);
    text.addProperty("maxLength", lengthMax);
    text.addProperty("x-text", form);
    return text;
  }

  private static JsonObject choice(List<String> values) {
    JsonArray entries = new JsonArray();
    values.forEach(entries::add);
    JsonObject choice = new JsonObject();
    choice.add("enum", entries);
    return choice;
  }

  private static JsonObject object(JsonObject properties, List<String> required) {
    JsonArray names = new JsonArray();
    required.forEach(names::add);
    JsonObject object = typed("object");
    object.add("properties", properties);
    object.add("required", names);
    object.addProperty("additionalProperties", false);
    return object;
  }

  private static JsonObject typed(String type) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", type);
    return schema;
  }
}
