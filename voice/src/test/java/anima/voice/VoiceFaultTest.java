package anima.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VoiceFaultTest {
  @ParameterizedTest
  @EnumSource(VoiceFault.class)
  void every_fault_is_one_sentence_with_its_particulars_in_both_languages(VoiceFault fault) {
    String[] particulars = {"alpha", "beta", "gamma"};
    VoiceException e = new VoiceException(fault, particulars);
    String english = e.sentence(SpokenLanguage.EN);
    String chinese = e.sentence(SpokenLanguage.ZH);

    assertThat(english).endsWith(".").doesNotContain("%s").isEqualTo(e.getMessage());
    assertThat(chinese).endsWith("。").doesNotContain("%s").containsPattern("\\p{IsHan}");
    for (String particular : particulars) {
      assertThat(chinese.contains(particular)).isEqualTo(english.contains(particular));
    }
  }
}
