package anima.brain.llm.grammar;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.GoodsId;
import anima.world.Limits;
import anima.world.Vec3;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON schema of the actions that one body can take, read off the {@link Action} records: what
 * satisfies it, {@link anima.world.ActionJson} reads. People, goods and points are those that are
 * named here, so that a model cannot act on what its body does not perceive; a kind of action for
 * which there is nothing to name is left out.
 *
 * @param actor whose actions they are
 * @param others whom it can act upon
 * @param goods what it can give or sell
 * @param points where it can go, point or look
 * @param things keys of the things of the place that it can use
 */
public record ActionSchema(
    EntityId actor,
    List<EntityId> others,
    List<GoodsId> goods,
    List<Vec3> points,
    List<String> things) {
  /** Steering is not decided in words, and only the server lets bodies come and go. */
  private static final Set<Class<?>> LEFT_OUT =
      Set.of(Action.Walk.class, Action.Arrive.class, Action.Depart.class);

  /** Every character of the longest spoken text may take two UTF-16 units. */
  private static final int TEXT_CHARACTERS_MAX = Action.SAY_LENGTH_MAX / 2;

  public ActionSchema {
    others = List.copyOf(others);
    goods = List.copyOf(goods);
    points = List.copyOf(points);
    things = List.copyOf(things);
  }

  /** The schema of one action. */
  public JsonObject one() {
    JsonArray kinds = new JsonArray();
    for (Class<?> kind : Action.class.getPermittedSubclasses()) {
      if (!LEFT_OUT.contains(kind)) {
        kind(kind).ifPresent(kinds::add);
      }
    }
    JsonObject schema = new JsonObject();
    schema.add("anyOf", kinds);
    return schema;
  }

  private Optional<JsonObject> kind(Class<?> kind) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    properties.add("type", constants(List.of(new JsonPrimitive(kind.getSimpleName()))));
    required.add("type");
    for (RecordComponent component : kind.getRecordComponents()) {
      Optional<JsonObject> value = value(component.getGenericType(), component.getName());
      if (component.getType() != Optional.class) {
        if (value.isEmpty()) {
          return Optional.empty();
        }
        required.add(component.getName());
      }
      value.ifPresent(schema -> properties.add(component.getName(), schema));
    }
    JsonObject object = typed("object");
    object.add("properties", properties);
    object.add("required", required);
    object.addProperty("additionalProperties", false);
    return Optional.of(object);
  }

  private Optional<JsonObject> value(Type type, String name) {
    if (type instanceof ParameterizedType optional) {
      return value(optional.getActualTypeArguments()[0], name);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == EntityId.class) {
      List<EntityId> ids = name.equals("actor") ? List.of(actor) : others;
      return named(ids.stream().map(id -> new JsonPrimitive(id.value())).toList());
    } else if (plain == GoodsId.class) {
      return named(goods.stream().map(id -> new JsonPrimitive(id.value())).toList());
    } else if (plain == Vec3.class) {
      return named(points.stream().map(ActionSchema::point).toList());
    } else if (plain == String.class) {
      return name.equals("text")
          ? Optional.of(text())
          : named(things.stream().map(JsonPrimitive::new).toList());
    } else if (plain.isEnum()) {
      return named(List.of(plain.getEnumConstants()).stream().map(ActionSchema::lower).toList());
    } else if (plain == int.class) {
      return Optional.of(number(1, Limits.TRADE_COUNT_MAX));
    } else if (plain == long.class) {
      return Optional.of(number(0, Limits.TRADE_COINS_MAX));
    }
    throw new IllegalStateException("no schema is known for " + plain + " " + name);
  }

  private static Optional<JsonObject> named(Collection<? extends JsonElement> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(constants(values));
  }

  private static JsonObject constants(Collection<? extends JsonElement> values) {
    JsonArray entries = new JsonArray();
    values.forEach(entries::add);
    JsonObject schema = new JsonObject();
    schema.add("enum", entries);
    return schema;
  }

  private static JsonPrimitive lower(Object constant) {
    return new JsonPrimitive(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
  }

  private static JsonObject point(Vec3 point) {
    JsonObject object = new JsonObject();
    object.addProperty("x", point.x());
    object.addProperty("y", point.y());
    object.addProperty("z", point.z());
    return object;
  }

  private static JsonObject text() {
    JsonObject text = typed("string");
    text.addProperty("minLength", 1);
    text.addProperty("maxLength", TEXT_CHARACTERS_MAX);
    text.addProperty("x-text", "line");
    return text;
  }

  private static JsonObject number(long min, long max) {
    JsonObject number = typed("integer");
    number.addProperty("minimum", min);
    number.addProperty("maximum", max);
    return number;
  }

  private static JsonObject typed(String type) {
    JsonObject schema = new JsonObject();
    schema.addProperty("type", type);
    return schema;
  }
}
