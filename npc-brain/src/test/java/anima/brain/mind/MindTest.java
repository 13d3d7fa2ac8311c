package anima.brain.mind;

import static anima.brain.ScriptedDecider.step;
import static anima.brain.mind.Stage.ADA;
import static anima.brain.mind.Stage.BO;
import static anima.brain.mind.Stage.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.language.Situation;
import anima.brain.language.Turn;
import anima.world.Action;
import anima.world.EntityId;
import anima.world.Gesture;
import anima.world.GoodsId;
import anima.world.Language;
import anima.world.Refusal;
import anima.world.Vec3;
import anima.world.WorldEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MindTest {
  private static final int ANSWER_TICKS = 200;
  private final Stage stage = new Stage().visitor(ADA, "Ada", new Vec3(0, 0, 3));

  @Test
  void a_question_is_answered_to_whom_asked_it_sentence_by_sentence() {
    stage.decider.on("Where is the mill?", "The mill is west. It is not far!");
    stage.says(ADA, "Where is the mill?").ticks(ANSWER_TICKS);
    assertThat(stage.said()).containsExactly("The mill is west.", "It is not far!");
    assertThat(stage.acts(Action.Say.class)).allMatch(say -> say.to().equals(Optional.of(ADA)));
    assertThat(stage.acts(Action.Look.class)).isNotEmpty();
  }

  @Test
  void a_spoken_order_becomes_an_action_of_the_body() {
    order("follow me", step("follow", "ok"));
    order("show me the mill", step("lead_place", "ok", "place", "mill", "mill"));
    order("where is the mill", step("where_place", "known", "place", "mill", "mill"));
    order("go to the mill", step("go_place", "ok", "place", "mill", "mill"));
    order("wait here", step("wait", "ok"));
    order("dance for me", step("gesture", "ok"));
    Vec3 mill = new Vec3(-68, 0, -52);
    assertThat(stage.acts)
        .contains(
            new Action.Follow(MIRA, ADA),
            new Action.Lead(MIRA, ADA, mill),
            new Action.Point(MIRA, mill),
            new Action.Go(MIRA, mill),
            new Action.Wait(MIRA),
            new Action.Emote(MIRA, Gesture.DANCE));
  }

  @Test
  void what_the_model_refuses_or_names_wrongly_is_not_done() {
    order("follow me", step("follow", "refused"));
    order("go to Atlantis", step("go_place", "ok", "place", "Atlantis", "atlantis"));
    order("sell me a sword", step("buy", "ok", "item", "sword", "sword"));
    order("a thousand fish", step("buy", "ok", "item", "fish", "fish", "count", "", "1000"));
    order("a fish for 1", step("haggle", "accept", "item", "fish", "fish", "price", "", "1"));
    assertThat(stage.acts)
        .noneMatch(Action.Follow.class::isInstance)
        .noneMatch(Action.Go.class::isInstance)
        .noneMatch(Action.Sell.class::isInstance);
  }

  @Test
  void goods_are_offered_at_the_price_of_the_rules() {
    order("two lanterns", step("buy", "ok", "item", "", "lantern", "count", "two", "2"));
    order("12 for two", step("haggle", "accept", "count", "", "2", "price", "", "12"));
    GoodsId lantern = new GoodsId("lantern");
    assertThat(stage.acts(Action.Sell.class))
        .containsExactly(
            new Action.Sell(MIRA, ADA, lantern, 2, 14), new Action.Sell(MIRA, ADA, lantern, 2, 12));
  }

  @Test
  void a_refused_order_is_spoken_of_truthfully_and_a_refused_stroll_is_not() {
    order("go to the mill", step("go_place", "ok", "place", "mill", "mill"));
    stage.acts.clear();
    stage.refuses("Go", Refusal.NO_WAY).ticks(ANSWER_TICKS);
    assertThat(stage.said()).containsExactly("I cannot get there.");
    stage.refuses("Go", Refusal.NO_WAY).ticks(ANSWER_TICKS);
    assertThat(stage.said()).hasSize(1);
  }

  @Test
  void it_answers_in_the_language_it_is_spoken_to() {
    order("去磨坊", step("go_place", "ok", "place", "磨坊", "mill"));
    stage.refuses("Go", Refusal.NO_WAY).ticks(ANSWER_TICKS);
    assertThat(stage.said()).endsWith("我去不了那里。");
    assertThat(lastSituation().language()).isEqualTo(Language.ZH);
    assertThat(lastSituation().here()).isEqualTo("广场");
  }

  @Test
  void an_interrupted_answer_is_remembered_up_to_the_last_sentence_said() {
    stage.decider.on("Tell me a story", "Once there was a boat. It sank. Nobody cried.");
    stage.says(ADA, "Tell me a story").ticks(4);
    stage.says(ADA, "Stop!").ticks(ANSWER_TICKS);
    assertThat(stage.said()).containsExactly("Once there was a boat.", "Hm.");
    assertThat(lastSituation().history())
        .extracting(Turn::said)
        .containsExactly("Once there was a boat.");
  }

  @Test
  void whoever_walks_away_is_not_told_the_rest() {
    stage.decider.on("Tell me a story", "Once there was a boat. It sank. Nobody cried.");
    stage.says(ADA, "Tell me a story").ticks(4).moves(ADA, new Vec3(0, 0, 60)).ticks(ANSWER_TICKS);
    assertThat(stage.said()).containsExactly("Once there was a boat.");
  }

  @Test
  void what_is_told_is_remembered_and_recalled_for_the_same_person_only() {
    order("My name is Grace", step("tell_name", "ok", "name", "Grace", ""));
    order("I love the sea", step("tell_like", "ok", "like", "the sea", ""));
    order("I lost my ring", step("tell_lost", "ok", "lost", "my ring", ""));
    order("What do I like?");
    assertThat(lastSituation().memories())
        .startsWith("you like the sea")
        .contains("you lost your ring");
    assertThat(lastSituation().player()).contains("Grace");
    EntityId eve = new EntityId(101);
    stage.visitor(eve, "Eve", new Vec3(1, 0, 2));
    stage.says(eve, "What do I like?", Optional.of(MIRA)).ticks(ANSWER_TICKS);
    assertThat(lastSituation().memories()).isEmpty();
    assertThat(lastSituation().player()).contains("Eve");
  }

  @Test
  void a_situation_holds_what_it_sells_whom_it_saw_and_where_places_are() {
    stage.villager(BO, "bo", new Vec3(0, 0, 40));
    order("Tell me everything");
    Situation situation = lastSituation();
    assertThat(situation.wares()).extracting(ware -> ware.goods().id().value()).contains("fish");
    assertThat(situation.places()).hasSize(stage.place.landmarks().size());
    assertThat(situation.people())
        .filteredOn(person -> person.key().equals("bo"))
        .singleElement()
        .satisfies(bo -> assertThat(bo.at()).contains("the harbour"))
        .satisfies(bo -> assertThat(bo.about().orElseThrow().en()).isEqualTo("the smith"));
    assertThat(situation.people()).noneMatch(person -> person.key().equals("mira"));
  }

  @Test
  void a_message_is_carried_to_whom_it_is_for() {
    stage.villager(BO, "bo", new Vec3(0, 0, 30));
    order(
        "Tell Bo the boat is here",
        step("tell_message", "ok", "person", "Bo", "bo", "message", "the boat is here", ""));
    stage.ticks(400);
    assertThat(stage.acts(Action.Go.class))
        .last()
        .extracting(Action.Go::goal)
        .isEqualTo(new Vec3(0, 0, 30));
    stage.moves(MIRA, new Vec3(0, 0, 28)).ticks(400);
    assertThat(stage.said()).last().isEqualTo("Ada asked me to tell you: the boat is here");
    stage.ticks(2000);
    assertThat(stage.said()).filteredOn(text -> text.contains("boat")).hasSize(1);
  }

  @Test
  void a_reminder_comes_at_its_hour() {
    order("Remind me at ten to eat", step("remind", "ok", "time", "at ten", ""));
    stage.until(9.9);
    assertThat(stage.said()).noneMatch(text -> text.startsWith("You asked"));
    stage.until(10.2);
    assertThat(stage.said())
        .last()
        .isEqualTo("You asked me to remind you: Remind me at ten to eat");
  }

  @Test
  void a_newcomer_who_says_nothing_is_greeted_once() {
    stage.decider.on("Hello!", "Welcome, stranger!");
    stage.ticks(3000);
    assertThat(stage.said()).containsExactly("Welcome, stranger!");
  }

  @Test
  void whoever_speaks_first_is_answered_and_not_greeted() {
    stage.decider.on("Hello!", "Welcome, stranger!");
    order("Nice weather");
    stage.ticks(3000);
    assertThat(stage.said()).containsExactly("Hm.");
  }

  @Test
  void two_inhabitants_do_not_talk_for_ever_and_give_each_other_no_orders() {
    stage.moves(ADA, new Vec3(0, 0, 90)).villager(BO, "bo", new Vec3(0, 0, 2));
    stage.decider.on("Follow me", "Coming.", step("follow", "ok"));
    for (int i = 0; i < 10; i++) {
      stage.says(BO, "Follow me", Optional.of(MIRA)).ticks(60);
    }
    assertThat(stage.said()).containsExactly("Coming.");
    assertThat(stage.acts(Action.Follow.class)).isEmpty();
  }

  @Test
  void its_own_words_are_not_taken_for_another_s() {
    stage.moves(ADA, new Vec3(0, 0, 9)).says(MIRA, "Mira, where is the mill?").ticks(ANSWER_TICKS);
    assertThat(stage.said()).isEmpty();
  }

  @Test
  void a_flood_of_lines_is_bounded_and_the_speaker_is_told() {
    for (int i = 0; i < 40; i++) {
      stage.says(ADA, "line " + i, Optional.of(MIRA));
    }
    stage.ticks(4000);
    assertThat(stage.said()).contains("One after the other, please.");
    assertThat(stage.decider.asked).hasSizeLessThanOrEqualTo(Inbox.LINES_MAX);
  }

  @Test
  void a_present_is_thanked_for() {
    stage.happens(new WorldEvent.Gave(1, ADA, MIRA, new GoodsId("apple"), 1)).ticks(5);
    assertThat(stage.said()).containsExactly("Thank you for the apple!");
  }

  @Test
  void the_day_is_spent_at_work_and_the_night_at_home() {
    stage.moves(ADA, new Vec3(0, 0, 90)).until(17);
    Vec3 work = new Vec3(2.4, 0, -7.5);
    assertThat(stage.acts(Action.Go.class))
        .isNotEmpty()
        .allMatch(go -> go.goal().groundDistanceTo(work) <= 4);
    stage.until(22).acts.clear();
    stage.until(23.9);
    assertThat(stage.acts(Action.Go.class))
        .isNotEmpty()
        .allMatch(go -> go.goal().groundDistanceTo(new Vec3(0, 0, 46)) <= 4);
  }

  @Test
  void the_same_day_with_the_same_seed_is_the_same() {
    Stage twin = new Stage().visitor(ADA, "Ada", new Vec3(0, 0, 3));
    for (Stage each : List.of(stage, twin)) {
      each.ticks(100).says(ADA, "Where is Bo?").ticks(8000);
    }
    assertThat(twin.acts).isEqualTo(stage.acts).isNotEmpty();
  }

  private void order(String text, anima.brain.language.Step... steps) {
    stage.decider.on(text, "Hm.", steps);
    stage.says(ADA, text).ticks(ANSWER_TICKS);
  }

  private Situation lastSituation() {
    return stage.decider.asked.get(stage.decider.asked.size() - 1);
  }
}
