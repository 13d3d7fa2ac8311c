package anima.brain.train;

import anima.brain.language.Argument;
import anima.brain.language.KnownPerson;
import anima.brain.language.KnownPlace;
import anima.brain.language.Self;
import anima.brain.language.Situation;
import anima.brain.language.Step;
import anima.brain.language.Turn;
import anima.brain.language.Ware;
import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import anima.world.place.Goods;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small village in which the outside cases are spoken. */
final class CaseWorld {
  private CaseWorld() {}

  /** Someone is told {@code text}; {@code before} is what the turn before was about. */
  static Situation situation(Language language, String text, Optional<Step> before) {
    List<Ware> wares =
        List.of(
            ware("apple", "apple", "apples", "苹果", "个", 2),
            ware("bread", "loaf of bread", "loaves of bread", "面包", "个", 4),
            ware("lantern", "lantern", "lanterns", "灯笼", "个", 12),
            ware("rope", "rope", "ropes", "绳子", "条", 6),
            ware("fish", "fish", "fish", "鱼", "条", 3),
            ware("honey", "honey", "honey", "蜂蜜", "罐", 5));
    return new Situation(
        language,
        new Self(new Label("Elsa", "艾尔莎"), new Label("shopkeeper", "店主"), Mood.CHEERFUL),
        language == Language.ZH ? "集市" : "market",
        9.5,
        Weather.CLEAR,
        Optional.empty(),
        List.of(
            place("harbour", "harbour", "港口", "harbor", "码头", language),
            place("mill", "mill", "磨坊", "windmill", "风车", language),
            place("oak", "old oak", "老橡树", "great oak", "大橡树", language),
            place("lighthouse", "lighthouse", "灯塔", "beacon", "灯楼", language),
            place("inn", "inn", "客栈", "tavern", "酒馆", language),
            place("market", "market", "集市", "market square", "市场", language),
            place("bakery", "bakery", "面包房", "bakehouse", "面包店", language)),
        wares,
        wares.stream().map(Ware::goods).toList(),
        List.of(
            person("tomas", "Tomas", "托马斯"),
            person("mira", "Mira", "米拉"),
            person("bram", "Bram", "布拉姆"),
            person("hana", "Hana", "花娜"),
            person("wen", "Wen", "阿文")),
        List.of(),
        List.of(
            language == Language.ZH ? "昨晚来了一艘红帆船。" : "A ship with a red sail came in last night."),
        List.of(language == Language.ZH ? "把水挑到磨坊" : "carry water to the mill"),
        new Situation.Abilities(true, false, true),
        before.map(step -> new Turn("…", List.of(step), "…")).stream().toList(),
        text);
  }

  /** A turn before that was about one thing. */
  static Step before(String intent, String role, String key) {
    return new Step(intent, "ok", Map.of(role, new Argument(key, Optional.of(key))));
  }

  private static Ware ware(
      String id, String en, String plural, String zh, String measure, long price) {
    return new Ware(
        new Goods(new GoodsId(id), new Label(en, zh), plural, measure, price), price, 9, price - 1);
  }

  private static KnownPlace place(
      String key, String en, String zh, String other, String otherZh, Language language) {
    return new KnownPlace(
        key,
        new Label(en, zh),
        List.of(other, otherZh),
        language == Language.ZH ? "往北走到头" : "straight on, north of the well");
  }

  private static KnownPerson person(String key, String en, String zh) {
    return new KnownPerson(
        key, new Label(en, zh), Optional.of(Label.same("neighbour")), Optional.of("the well"));
  }
}
