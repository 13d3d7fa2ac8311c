package anima.brain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoriesTest {
  private final Memories memories = new Memories(List.of());

  @Test
  void what_fits_the_question_is_recalled_first() {
    learn(Kind.NAME, "Ada", 1);
    learn(Kind.LIKE, "the sea", 2);
    learn(Kind.LOST, "silver ring", 3);
    learn(Kind.TRADE, "engineer", 4);
    assertThat(recall("what do I like?")).startsWith("you like the sea");
    assertThat(recall("what do I love?")).startsWith("you like the sea");
    assertThat(recall("do you know who I am?")).startsWith("your name is Ada");
    assertThat(recall("did I lose a ring?")).startsWith("you lost your silver ring");
    assertThat(recall("what is my trade, am I an engineer?")).startsWith("you are an engineer");
  }

  @Test
  void chinese_is_recalled_without_word_borders() {
    learn(Kind.LIKE, "大海", 1);
    learn(Kind.LOST, "银戒指", 2);
    assertThat(memories.recall("ada", "我的戒指在哪里？", Language.ZH, 3, 1)).containsExactly("你丢了银戒指");
    assertThat(memories.recall("ada", "我喜欢什么", Language.ZH, 3, 1)).containsExactly("你喜欢大海");
  }

  @Test
  void one_person_is_never_told_what_another_said() {
    learn(Kind.LIKE, "the sea", 1);
    assertThat(memories.recall("bob", "what do I like?", Language.EN, 2, 3)).isEmpty();
  }

  @Test
  void a_new_name_replaces_the_old_one() {
    learn(Kind.NAME, "Ada", 1);
    learn(Kind.NAME, "Grace", 2);
    assertThat(memories.nameOf("ada")).contains("Grace");
    assertThat(memories.all()).hasSize(1);
  }

  @Test
  void a_full_memory_keeps_the_name_and_forgets_lesser_things() {
    learn(Kind.NAME, "Ada", 1);
    for (int i = 0; i < 2 * Memories.PER_PERSON_MAX; i++) {
      learn(Kind.MET, "line " + i, 10 + i);
    }
    assertThat(memories.of("ada")).hasSize(Memories.PER_PERSON_MAX);
    assertThat(memories.nameOf("ada")).contains("Ada");
    assertThat(memories.all()).noneMatch(memory -> memory.text().equals("line 0"));
  }

  @Test
  void what_is_done_is_no_longer_open() {
    Memory message = Memory.of(Kind.MESSAGE, "ada", "the boat leaves at noon", 1).to("Tom");
    memories.add(message);
    assertThat(memories.open(Kind.MESSAGE)).containsExactly(message);
    memories.done(message);
    assertThat(memories.open(Kind.MESSAGE)).isEmpty();
    assertThat(recall("tom")).containsExactly("you had me tell Tom: the boat leaves at noon");
  }

  private void learn(Kind kind, String text, long tick) {
    memories.add(Memory.of(kind, "ada", text, tick));
  }

  private List<String> recall(String query) {
    return memories.recall("ada", query, Language.EN, 100, 3);
  }
}
