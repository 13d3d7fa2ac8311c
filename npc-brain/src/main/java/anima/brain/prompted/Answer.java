package anima.brain.prompted;

import anima.brain.language.Argument;
import anima.brain.language.Intent;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Role;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model answered, as far as it makes sense: a model elsewhere may not have kept to the
 * schema.
 */
record Answer(List<Wish> wishes, String feel, String say) {
  /** Longest answer that is looked at, in UTF-16 units. */
  private static final int TEXT_LENGTH_MAX = 20_000;

  /** Something that was asked for. */
  record Wish(String intent, Map<String, Argument> arguments) {
    Wish {
      arguments = Map.copyOf(arguments);
    }
  }

  Answer {
    wishes = List.copyOf(wishes);
  }

  /** Reads an answer; empty when it is none. */
  static Optional<Answer> read(String text, IntentCatalogue catalogue, Entities entities) {
    Optional<JsonObject> fields = object(text);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    List<Wish> wishes = new ArrayList<>();
    JsonElement steps = fields.get().get("do");
    if (steps != null && steps.isJsonArray()) {
      for (JsonElement step : steps.getAsJsonArray()) {
        if (step.isJsonObject() && wishes.size() < AnswerSchema.STEPS_MAX) {
          wish(step.getAsJsonObject(), catalogue, entities).ifPresent(wishes::add);
        }
      }
    }
    String feel = text(fields.get().get("feel")).filter(AnswerSchema.FEELINGS::contains).orElse("");
    String say = text(fields.get().get("say")).orElse("");
    return wishes.isEmpty() ? Optional.empty() : Optional.of(new Answer(wishes, feel, say));
  }

  private static Optional<JsonObject> object(String text) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    if (from < 0 || to < from || text.length() > TEXT_LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(text.substring(from, to + 1)).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException broken) {
      return Optional.empty();
    }
  }

  private static Optional<Wish> wish(
      JsonObject step, IntentCatalogue catalogue, Entities entities) {
    Optional<Intent> intent = text(step.get("intent")).flatMap(catalogue::find);
    if (intent.isEmpty() || catalogue.answerable().noneMatch(intent.get()::equals)) {
      return Optional.empty();
    }
    Map<String, Argument> arguments = new HashMap<>();
    for (Role role : intent.get().roles()) {
      argument(role, step.get(role.key()), entities)
          .ifPresent(argument -> arguments.put(role.key(), argument));
    }
    return Optional.of(new Wish(intent.get().name(), arguments));
  }

  private static Optional<Argument> argument(Role role, JsonElement value, Entities entities) {
    if (role == Role.COUNT || role == Role.PRICE) {
      return text(value)
          .filter(digits -> digits.matches("\\d{1,6}"))
          .map(digits -> new Argument(digits, Optional.of(digits)));
    }
    return text(value)
        .map(Spoken::plain)
        .filter(text -> !text.isEmpty())
        .map(text -> entities.argument(role, text));
  }

  /** The text of a string or a number. */
  private static Optional<String> text(JsonElement value) {
    return value instanceof JsonPrimitive plain
        ? Optional.of(plain.getAsString())
        : Optional.empty();
  }
}
