package anima.brain.serve;

import anima.brain.chat.ChatCall;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatReply;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Writes answers in OpenAI's form.
 *
 * @param id names the answer
 * @param created seconds since 1970
 */
record ReplyJson(String id, String model, long created) {

  /** A whole answer. */
  JsonObject whole(ChatReply reply) {
    JsonObject message = new JsonObject();
    message.addProperty("role", "assistant");
    if (reply.text().isEmpty() && !reply.toolCalls().isEmpty()) {
      message.add("content", JsonNull.INSTANCE);
    } else {
      message.addProperty("content", reply.text());
    }
    if (!reply.toolCalls().isEmpty()) {
      message.add("tool_calls", ChatJson.calls(reply.toolCalls(), ChatJson.Arguments.TEXT));
    }
    JsonObject json = head("chat.completion");
    json.add("choices", choice("message", message, reason(reply)));
    json.add("usage", usage(reply));
    json.add("timings", timings(reply.timings()));
    return json;
  }

  /** The first piece of a stream. */
  JsonObject begin() {
    JsonObject delta = new JsonObject();
    delta.addProperty("role", "assistant");
    delta.addProperty("content", "");
    return chunk(delta, "");
  }

  JsonObject text(String text) {
    JsonObject delta = new JsonObject();
    delta.addProperty("content", text);
    return chunk(delta, "");
  }

  JsonObject calls(List<ChatCall> calls) {
    JsonArray all = ChatJson.calls(calls, ChatJson.Arguments.TEXT);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).getAsJsonObject().addProperty("index", i);
    }
    JsonObject delta = new JsonObject();
    delta.add("tool_calls", all);
    return chunk(delta, "");
  }

  /** The piece that says why the answer ends. */
  JsonObject end(ChatReply reply) {
    return chunk(new JsonObject(), reason(reply));
  }

  /** The piece behind the end, with the counts of tokens. */
  JsonObject count(ChatReply reply) {
    JsonObject json = head("chat.completion.chunk");
    json.add("choices", new JsonArray());
    json.add("usage", usage(reply));
    json.add("timings", timings(reply.timings()));
    return json;
  }

  private JsonObject chunk(JsonObject delta, String reason) {
    JsonObject json = head("chat.completion.chunk");
    json.add("choices", choice("delta", delta, reason));
    return json;
  }

  private JsonObject head(String kind) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("object", kind);
    json.addProperty("created", created);
    json.addProperty("model", model);
    return json;
  }

  private static JsonArray choice(String part, JsonObject said, String reason) {
    JsonObject choice = new JsonObject();
    choice.addProperty("index", 0);
    choice.add(part, said);
    choice.add("logprobs", JsonNull.INSTANCE);
    if (reason.isEmpty()) {
      choice.add("finish_reason", JsonNull.INSTANCE);
    } else {
      choice.addProperty("finish_reason", reason);
    }
    JsonArray choices = new JsonArray();
    choices.add(choice);
    return choices;
  }

  private static String reason(ChatReply reply) {
    return switch (reply.stop()) {
      case FINISHED, CANCELLED -> "stop";
      case LENGTH -> "length";
      case TOOL_CALLS -> "tool_calls";
    };
  }

  private static JsonObject usage(ChatReply reply) {
    JsonObject details = new JsonObject();
    details.addProperty("cached_tokens", reply.cachedTokens());
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", reply.promptTokens());
    usage.addProperty("completion_tokens", reply.completionTokens());
    usage.addProperty("total_tokens", reply.promptTokens() + reply.completionTokens());
    usage.add("prompt_tokens_details", details);
    return usage;
  }

  private static JsonObject timings(ChatReply.Timings timings) {
    JsonObject json = new JsonObject();
    json.addProperty("first_token_ms", timings.firstTokenMillis());
    json.addProperty("total_ms", timings.totalMillis());
    return json;
  }
}
