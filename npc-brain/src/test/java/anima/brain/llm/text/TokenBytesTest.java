package anima.brain.llm.text;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.llm.model.ModelFolder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tokens stand for, by the kinds of tokenizer files there are. */
final class TokenBytesTest {
  @TempDir Path folder;

  private TokenBytes read(String json, int tokens) throws Exception {
    Path file = folder.resolve(ModelFolder.TOKENIZER);
    return TokenizerVocabulary.read(file, new StringReader(json.replace('\'', '"')), tokens);
  }

  private static String text(TokenBytes bytes, int id) {
    return new String(bytes.of(id), StandardCharsets.UTF_8);
  }

  @Test
  void each_byte_of_a_byte_level_vocabulary_is_itself() throws Exception {
    ByteTokenizer.write(folder);
    Path file = folder.resolve(ModelFolder.TOKENIZER);
    TokenBytes bytes =
        TokenizerVocabulary.read(file, Files.newBufferedReader(file), ByteTokenizer.TOKENS);
    for (int value = 0; value < 256; value++) {
      assertThat(bytes.length(value)).isEqualTo(1);
      assertThat(bytes.at(value, 0)).isEqualTo(value);
    }
    assertThat(bytes.length(ByteTokenizer.END)).isZero();
  }

  @Test
  void spaces_and_letters_of_gpt_2() throws Exception {
    TokenBytes bytes =
        read(
            "{'added_tokens':[{'id':3,'content':'<|end|>'}],'decoder':{'type':'Sequence',"
                + "'decoders':[{'type':'ByteLevel'}]},'model':{'type':'BPE','vocab':"
                + "{'Ġwell':0,'Ċ':1,'ä½ł':2,'<|end|>':3}}}",
            5);
    assertThat(text(bytes, 0)).isEqualTo(" well");
    assertThat(text(bytes, 1)).isEqualTo("\n");
    assertThat(text(bytes, 2)).isEqualTo("你");
    assertThat(bytes.length(3)).isZero();
    assertThat(bytes.length(4)).isZero();
  }

  @Test
  void sentence_piece_writes_spaces_and_single_bytes_its_own_way() throws Exception {
    TokenBytes bytes =
        read(
            "{'added_tokens':[{'id':0}],'decoder':{'type':'Sequence','decoders':[{'type':"
                + "'Replace','pattern':{'String':'▁'},'content':' '},{'type':'ByteFallback'}]},"
                + "'model':{'type':'BPE','vocab':{'<s>':0,'<0xE4>':1,'▁the▁':2,'好':3}}}",
            4);
    assertThat(bytes.length(0)).isZero();
    assertThat(bytes.of(1)).containsExactly((byte) 0xe4);
    assertThat(text(bytes, 2)).isEqualTo(" the ");
    assertThat(text(bytes, 3)).isEqualTo("好");
  }

  @Test
  void pairs_of_a_unigram_vocabulary_count_from_zero() throws Exception {
    TokenBytes bytes =
        read(
            "{'pre_tokenizer':{'type':'Metaspace'},'model':{'type':'Unigram',"
                + "'vocab':[['<unk>',0.0],['▁a',-1.5]]}}",
            2);
    assertThat(text(bytes, 1)).isEqualTo(" a");
  }
}
