package anima.brain.serve;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.chat.ChatReply;
import com.google.gson.JsonObject;
import java.util.function.BooleanSupplier;

/**
 * One answer on its way to its caller. While it is made something is sent again and again, so that
 * a caller who has gone is noticed: with each token, and before the first one in a stream, once a
 * second. Owned by the thread that answers.
 */
final class Answering {
  private static final long SIGN_NANOS = 1_000_000_000;

  private final ServedModel model;
  private final Call call;
  private final ReplyJson json;
  private final Wire wire;
  private final BooleanSupplier closing;

  Answering(ServedModel model, Call call, ReplyJson json, Wire wire, BooleanSupplier closing) {
    this.model = model;
    this.call = call;
    this.json = json;
    this.wire = wire;
    this.closing = closing;
  }

  /** Answers; what goes wrong before the first piece is thrown, later it is told in the stream. */
  void run() throws CallFault {
    try {
      ChatReply reply = model.chat().chat(call.chat(), this::text, this::unwanted);
      if (reply.stop() == ChatReply.Stop.CANCELLED) {
        ended();
      } else if (call.stream()) {
        finishStream(reply);
      } else {
        finishWhole(reply);
      }
    } catch (ChatException e) {
      CallFault fault = fault(e);
      if (!wire.begun()) {
        throw fault;
      }
      if (call.stream()) {
        event(fault.json());
      }
      wire.cut();
    }
  }

  private void ended() throws CallFault {
    if (!wire.begun() && closing.getAsBoolean()) {
      throw fault(new ChatException(ChatFault.CLOSED, model.name()));
    }
    wire.cut();
  }

  private boolean unwanted() {
    if (call.stream() && wire.silence() > SIGN_NANOS) {
      beginStream();
      wire.write(": the model is thinking\n\n");
    }
    return wire.gone() || closing.getAsBoolean();
  }

  private void text(String delta) {
    if (call.stream()) {
      beginStream();
      event(json.text(delta));
    } else {
      // Blanks before the JSON mean nothing, but show whether the caller is still there.
      beginWhole();
      wire.write(" ");
    }
  }

  private void beginStream() {
    if (!wire.begun()) {
      wire.begin("text/event-stream; charset=utf-8");
      event(json.begin());
    }
  }

  private void beginWhole() {
    if (!wire.begun()) {
      wire.begin("application/json; charset=utf-8");
    }
  }

  private void event(JsonObject data) {
    wire.write("data: " + data + "\n\n");
  }

  private void finishStream(ChatReply reply) {
    beginStream();
    if (!reply.toolCalls().isEmpty()) {
      event(json.calls(reply.toolCalls()));
    }
    event(json.end(reply));
    if (call.usage()) {
      event(json.count(reply));
    }
    wire.write("data: [DONE]\n\n");
    wire.end();
  }

  private void finishWhole(ChatReply reply) {
    beginWhole();
    wire.write(json.whole(reply) + "\n");
    wire.end();
  }

  private static CallFault fault(ChatException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.fault()) {
      case TOO_LONG ->
          new CallFault(400, "invalid_request_error", "context_length_exceeded", message);
      case TEMPLATE, SCHEMA, REFUSED -> CallFault.invalid(message);
      case BUSY, OVERLOADED ->
          new CallFault(429, "rate_limit_error", "rate_limit_exceeded", message);
      case CLOSED -> new CallFault(503, "server_error", "", message);
      default -> new CallFault(500, "server_error", "", message);
    };
  }
}
