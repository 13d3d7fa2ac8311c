package anima.brain.serve;

import anima.brain.chat.ChatRequest;

/**
 * What a caller wants.
 *
 * @param model the model's name; empty for whichever is served
 * @param stream whether to send the answer while it is made
 * @param usage whether to end the stream with the counts of tokens
 */
record Call(String model, ChatRequest chat, boolean stream, boolean usage) {}
