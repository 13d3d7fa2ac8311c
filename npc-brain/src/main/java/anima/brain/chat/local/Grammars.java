package anima.brain.chat.local;

import anima.brain.chat.ChatException;
import anima.brain.chat.ChatFault;
import anima.brain.llm.TokenMask;
import anima.brain.llm.grammar.Grammar;
import anima.brain.llm.grammar.GrammarException;
import anima.brain.llm.grammar.JsonGrammar;
import anima.brain.llm.grammar.TokenTrie;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Grammars of the schemas that were asked for last, which are often asked for again. Any thread.
 */
final class Grammars {
  private static final int KEPT_MAX = 16;

  private final TokenTrie trie;
  private final Set<Integer> endTokens;

  /** By the schema's text, least recently used first. Guarded by itself. */
  private final Map<String, Grammar> kept = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);

  Grammars(TokenTrie trie, Set<Integer> endTokens) {
    this.trie = trie;
    this.endTokens = Set.copyOf(endTokens);
  }

  /** Holds a text to a schema. */
  TokenMask mask(JsonObject schema) throws ChatException {
    try {
      return grammar(schema).newMask(trie, endTokens);
    } catch (GrammarException e) {
      throw new ChatException(ChatFault.SCHEMA, e);
    }
  }

  /** A text that was cut while it was held to a schema, ended on the shortest way. */
  String completed(JsonObject schema, String text) throws ChatException {
    try {
      return grammar(schema).completed(text);
    } catch (GrammarException e) {
      throw new ChatException(ChatFault.SCHEMA, e);
    }
  }

  /** Holds a text to the call of a tool, and its arguments to their schema where that can be. */
  TokenMask mask(CallFormat calls) throws ChatException {
    try {
      return grammar(calls.schema(true)).newMask(trie, endTokens);
    } catch (GrammarException tooStrict) {
      // Parameters may say more than a grammar can hold to; then any object will do.
      return mask(calls.schema(false));
    }
  }

  private Grammar grammar(JsonObject schema) throws GrammarException {
    String text = schema.toString();
    synchronized (kept) {
      Grammar known = kept.get(text);
      if (known != null) {
        return known;
      }
    }
    Grammar fresh = JsonGrammar.of(schema);
    synchronized (kept) {
      kept.put(text, fresh);
      if (kept.size() > KEPT_MAX) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return fresh;
  }
}
