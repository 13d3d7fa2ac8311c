package anima.brain.language;

import anima.world.GoodsId;
import anima.world.Label;
import anima.world.Language;
import anima.world.Mood;
import anima.world.Weather;
import anima.world.place.Goods;
import java.util.List;
import java.util.Optional;

/** A small world to speak of in tests. */
public final class Village {
  private Village() {}

  public static Situation situation(Language language, String text) {
    return situation(language, text, List.of());
  }

  public static Situation situation(Language language, String text, List<Turn> history) {
    Goods apple = new Goods(new GoodsId("apple"), new Label("apple", "苹果"), "apples", "个", 2);
    Goods bread =
        new Goods(
            new GoodsId("bread"), new Label("loaf of bread", "面包"), "loaves of bread", "条", 4);
    return new Situation(
        language,
        new Self(new Label("Elsa", "艾尔莎"), new Label("gardener", "园丁"), Mood.CALM),
        language == Language.ZH ? "广场" : "square",
        9.5,
        Weather.RAIN,
        Optional.of("Ada"),
        List.of(
            new KnownPlace(
                "harbour",
                new Label("harbour", "港口"),
                List.of("docks", "码头"),
                language == Language.ZH ? "往北走" : "north past the well"),
            new KnownPlace(
                "stones", new Label("stone circle", "石圈"), List.of(), "east of the square"),
            new KnownPlace("well", new Label("well", "水井"), List.of(), "right here")),
        List.of(new Ware(apple, 2, 5, 1), new Ware(bread, 4, 1, 3)),
        List.of(apple, bread),
        List.of(
            new KnownPerson(
                "mira", new Label("Mira", "米拉"), Optional.empty(), Optional.of("the harbour")),
            new KnownPerson("bram", new Label("Bram", "布拉姆"), Optional.empty(), Optional.empty())),
        List.of("you like the smell of rain"),
        List.of("The Blue Heron came in last night."),
        List.of("water the roses"),
        new Situation.Abilities(true, false, true),
        history,
        text);
  }
}
