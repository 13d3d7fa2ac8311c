package anima.brain.chat.remote;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatJson;
import anima.brain.chat.ChatListener;
import anima.brain.chat.ChatModel;
import anima.brain.chat.ChatReply;
import anima.brain.chat.ChatRequest;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A model behind an OpenAI-compatible server, such as llama.cpp's, vLLM or Ollama. Any thread may
 * ask; each answer has a connection of its own, which ends when it is no longer wanted.
 */
public final class RemoteChat implements ChatModel {
  private final RemoteOptions options;
  private final HttpClient client;
  private final LongSupplier nanoTime;

  /** The strictest way to ask for a schema that the server has not refused yet. */
  private volatile SchemaMode schemaMode = SchemaMode.SCHEMA;

  public RemoteChat(RemoteOptions options) {
    this.options = options;
    this.nanoTime = System::nanoTime;
    // Redirects are not followed: they could carry the key to a stranger.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(options.connectTime())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The names of the models that the server has. */
  public List<String> models(BooleanSupplier cancelled) throws ChatException {
    StringBuilder answer = new StringBuilder();
    try (HttpCall call = begun(HttpCall.request(options, "models").GET().build(), cancelled)) {
      if (call.status() != 200) {
        throw ServerFaults.of(options, call.status(), call.faultText());
      }
      answer.append(call.faultText());
    }
    try {
      List<String> names = new ArrayList<>();
      for (JsonElement model : ChatJson.parse(answer.toString()).getAsJsonArray("data")) {
        names.add(model.getAsJsonObject().get("id").getAsString());
      }
      return names;
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | NullPointerException e) {
      throw new ChatException(ChatFault.NONSENSE, options.base(), "its list of models is damaged");
    }
  }

  @Override
  public ChatReply chat(ChatRequest request, ChatListener listener, BooleanSupplier cancelled)
      throws ChatException {
    long begin = nanoTime.getAsLong();
    Optional<SchemaMode> mode = Optional.of(schemaMode);
    while (true) {
      Attempt attempt =
          new Attempt(options, request, mode.orElseThrow(), listener, cancelled, begin, nanoTime);
      Optional<ChatReply> reply = attempt.make(client);
      if (reply.isPresent()) {
        return reply.get();
      }
      mode = mode.orElseThrow().next();
      schemaMode = mode.orElseThrow();
    }
  }

  private HttpCall begun(HttpRequest request, BooleanSupplier cancelled) throws ChatException {
    HttpCall call = new HttpCall(client, request, options, cancelled);
    try {
      if (call.begin()) {
        return call;
      }
    } catch (ChatException e) {
      call.close();
      throw e;
    }
    call.close();
    throw new ChatException(ChatFault.UNREACHABLE, options.base(), "it was cancelled");
  }
}
