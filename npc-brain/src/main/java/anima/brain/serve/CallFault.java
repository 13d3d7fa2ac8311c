package anima.brain.serve;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** A request that is not answered, told to the caller in OpenAI's form. */
final class CallFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String code;

  /**
   * Refuses a request.
   *
   * @param type kind of error, by OpenAI's names
   * @param code name of the error; empty for none
   */
  CallFault(int status, String type, String code, String message) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
  }

  /** What the caller asks for cannot be. */
  static CallFault invalid(String message) {
    return new CallFault(400, "invalid_request_error", "", message);
  }

  int status() {
    return status;
  }

  JsonObject json() {
    JsonObject error = new JsonObject();
    error.addProperty("message", getMessage());
    error.addProperty("type", type);
    error.add("param", JsonNull.INSTANCE);
    if (code.isEmpty()) {
      error.add("code", JsonNull.INSTANCE);
    } else {
      error.addProperty("code", code);
    }
    JsonObject json = new JsonObject();
    json.add("error", error);
    return json;
  }
}
