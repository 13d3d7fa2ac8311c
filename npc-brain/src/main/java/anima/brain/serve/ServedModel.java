package anima.brain.serve;

import anima.brain.chat.ChatModel;

/**
 * A model behind the door.
 *
 * @param name what callers call it
 * @param tokensDefault longest answer for callers that name none
 */
public record ServedModel(String name, ChatModel chat, int tokensDefault) {
  private static final int NAME_LENGTH_MAX = 256;

  public ServedModel {
    if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "the name of a model must have 1 to " + NAME_LENGTH_MAX + " characters");
    }
    if (tokensDefault < 1) {
      throw new IllegalArgumentException("tokensDefault must be 1 or more: " + tokensDefault);
    }
  }
}
