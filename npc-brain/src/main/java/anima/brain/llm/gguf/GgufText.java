package anima.brain.llm.gguf;

import anima.brain.llm.model.ModelException;
import anima.brain.llm.model.ModelFault;
import anima.brain.llm.model.ModelText;
import anima.brain.llm.text.PieceMerges;
import anima.brain.llm.text.TextSplit;
import anima.brain.llm.text.TextTokenizer;
import anima.brain.llm.text.TokenizerJson;
import anima.brain.llm.text.TokenizerJson.AddedToken;
import anima.brain.llm.text.TokenizerJson.Merge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a GGUF file says about text. Immutable; any thread. */
final class GgufText implements ModelText {
  private static final String KIND = "tokenizer.ggml.model";
  private static final String SPLIT = "tokenizer.ggml.pre";
  private static final String MERGES = "tokenizer.ggml.merges";
  private static final String SCORES = "tokenizer.ggml.scores";
  private static final String SPACE_FIRST = "tokenizer.ggml.add_space_prefix";
  private static final String TEMPLATE = "tokenizer.chat_template";

  private final GgufMetadata metadata;

  GgufText(GgufMetadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public TextTokenizer openTokenizer(int vocabularyTokens, Path cacheFolder) throws ModelException {
    GgufVocabulary vocabulary = GgufVocabulary.of(metadata);
    if (vocabulary.size() == 0) {
      throw damaged("it has no vocabulary");
    }
    if (vocabulary.size() > vocabularyTokens) {
      throw new ModelException(
          ModelFault.VOCABULARY, metadata.file(), vocabulary.size(), vocabularyTokens);
    }
    String kind = metadata.text(KIND).orElse("(none)");
    String json =
        switch (kind) {
          case "gpt2" -> byteLevel(vocabulary);
          case "llama" -> sentencePiece(vocabulary);
          default -> throw damaged("the kind " + kind + " is not known here");
        };
    return TextTokenizer.of(metadata.file(), json, vocabularyTokens, cacheFolder);
  }

  private String byteLevel(GgufVocabulary vocabulary) throws ModelException {
    String name = metadata.text(SPLIT).orElse("default");
    TextSplit split =
        TextSplit.named(name)
            .orElseThrow(() -> damaged("its way to split text, " + name + ", is not known here"));
    List<Merge> merges = new ArrayList<>();
    for (String merge : metadata.texts(MERGES)) {
      int space = merge.indexOf(' ', 1);
      if (space < 0) {
        throw damaged("the merge " + merge + " has no space");
      }
      merges.add(new Merge(merge.substring(0, space), merge.substring(space + 1)));
    }
    return TokenizerJson.byteLevel(ids(vocabulary), merges, split, added(vocabulary));
  }

  private String sentencePiece(GgufVocabulary vocabulary) throws ModelException {
    float[] scores = metadata.numbers(SCORES);
    if (scores.length != vocabulary.size()) {
      throw metadata.setting(SCORES, scores.length + " numbers", vocabulary.size() + " numbers");
    }
    Map<String, Integer> pieces = new LinkedHashMap<>();
    String unknown = "";
    for (int id = 0; id < vocabulary.size(); id++) {
      String text = vocabulary.text(id);
      if (vocabulary.kind(id) == GgufVocabulary.Kind.NORMAL) {
        if (text.length() > PieceMerges.PIECE_LENGTH_MAX) {
          throw damaged("a token has " + text.length() + " characters");
        }
        pieces.putIfAbsent(text, id);
      } else if (vocabulary.kind(id) == GgufVocabulary.Kind.UNKNOWN) {
        unknown = text;
      }
    }
    List<Merge> merges =
        PieceMerges.of(pieces, scores).orElseThrow(() -> damaged("it has too many merges"));
    boolean spaceFirst = metadata.flag(SPACE_FIRST, true);
    return TokenizerJson.sentencePiece(
        ids(vocabulary), merges, unknown, spaceFirst, added(vocabulary));
  }

  /** Padding of the vocabulary stays out; of equal tokens the first one counts. */
  private static Map<String, Integer> ids(GgufVocabulary vocabulary) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      if (vocabulary.kind(id) != GgufVocabulary.Kind.UNUSED) {
        ids.putIfAbsent(vocabulary.text(id), id);
      }
    }
    return ids;
  }

  private static List<AddedToken> added(GgufVocabulary vocabulary) {
    List<AddedToken> added = new ArrayList<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      switch (vocabulary.kind(id)) {
        case CONTROL, UNKNOWN -> added.add(new AddedToken(id, vocabulary.text(id), true));
        case ADDED -> added.add(new AddedToken(id, vocabulary.text(id), false));
        case NORMAL, BYTE, UNUSED -> {
          // A part of the vocabulary only, or of nothing.
        }
      }
    }
    return added;
  }

  @Override
  public Optional<String> chatTemplate() throws ModelException {
    return metadata.text(TEMPLATE);
  }

  @Override
  public Optional<String> beginText() throws ModelException {
    return tokenText(GgufVocabulary.BEGIN);
  }

  @Override
  public Optional<String> endText() throws ModelException {
    return tokenText(GgufVocabulary.END);
  }

  private Optional<String> tokenText(String key) throws ModelException {
    if (!metadata.has(key)) {
      return Optional.empty();
    }
    GgufVocabulary vocabulary = GgufVocabulary.of(metadata);
    return Optional.of(vocabulary.text(metadata.integer(key, 0, vocabulary.size() - 1)));
  }

  private ModelException damaged(String what) {
    return new ModelException(ModelFault.TOKENIZER, metadata.file(), what);
  }
}
