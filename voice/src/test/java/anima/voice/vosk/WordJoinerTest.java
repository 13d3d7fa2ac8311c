package anima.voice.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import anima.voice.SpokenLanguage;
import anima.voice.Transcript;
import org.junit.jupiter.api.Test;

class WordJoinerTest {
  @Test
  void chinese_words_are_joined_without_blanks() {
    WordJoiner joiner = new WordJoiner(SpokenLanguage.ZH);
    joiner.add("{\"result\":[{\"word\":\"跟\",\"conf\":1.0},{\"word\":\"我\",\"conf\":0.5}]}");
    assertThat(joiner.textWith("{\"partial\":\"来 吧\"}")).isEqualTo("跟我来吧");
    assertThat(joiner.transcript()).isEqualTo(new Transcript("跟我", 0.75));
  }

  @Test
  void parts_that_the_library_cuts_off_belong_to_the_same_turn() {
    WordJoiner joiner = new WordJoiner(SpokenLanguage.EN);
    joiner.add("{\"result\":[{\"word\":\"stop\",\"conf\":1.0}],\"text\":\"stop\"}");
    joiner.add("{\"result\":[{\"word\":\"[unk]\",\"conf\":0.1},{\"word\":\"here\",\"conf\":1.0}]}");
    assertThat(joiner.transcript()).isEqualTo(new Transcript("stop here", 1));
  }

  @Test
  void nothing_heard_is_blank() {
    WordJoiner joiner = new WordJoiner(SpokenLanguage.EN);
    joiner.add("{\"text\":\"\"}");
    assertThat(joiner.textWith("{\"partial\":\"\"}")).isEmpty();
    assertThat(joiner.transcript()).isEqualTo(new Transcript("", 0));
  }
}
