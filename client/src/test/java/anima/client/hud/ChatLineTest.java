package anima.client.hud;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Action;
import anima.world.EntityId;
import anima.world.Gesture;
import anima.world.Language;
import anima.world.Loudness;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatLineTest {
  private static final EntityId SELF = new EntityId(7);
  private static final EntityId MIRA = new EntityId(3);
  private final Texts texts = new Texts(Language.EN);

  private ChatLine read(String line) {
    return ChatLine.read(line, SELF, Optional.of(MIRA), texts);
  }

  @Test
  void plain_words_are_said_to_whom_one_faces() {
    assertThat(read(" 你好 ").action())
        .contains(new Action.Say(SELF, "你好", Loudness.NORMAL, Optional.of(MIRA)));
  }

  @Test
  void a_shout_carries_further() {
    assertThat(read("/shout Hey!").action())
        .contains(new Action.Say(SELF, "Hey!", Loudness.SHOUT, Optional.of(MIRA)));
  }

  @Test
  void a_gesture_is_named_by_a_command() {
    assertThat(read("/shake-head").action()).contains(new Action.Emote(SELF, Gesture.SHAKE_HEAD));
  }

  @Test
  void an_unknown_command_gets_a_sentence() {
    assertThat(read("/fly").fault().orElseThrow()).contains("/fly").contains("/wave");
    assertThat(read("/shout").fault().orElseThrow()).contains("/shout");
  }

  @Test
  void a_text_beyond_the_limit_gets_a_sentence() {
    assertThat(read("x".repeat(501)).fault().orElseThrow()).contains("501").contains("500");
  }
}
