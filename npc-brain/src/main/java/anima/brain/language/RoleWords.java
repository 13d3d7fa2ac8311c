package anima.brain.language;

import anima.world.Language;
import anima.world.place.Goods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** The words for the role tokens of a reply; a role that cannot be filled truly is not there. */
final class RoleWords {
  /** Wares that are named in one breath. */
  private static final int GOODS_MAX = 6;

  private final Situation situation;
  private final Ruling ruling;
  private final Map<String, Argument> arguments;
  private final Market market;
  private final boolean zh;
  private final Map<String, String> words = new HashMap<>();

  private RoleWords(Situation situation, Ruling ruling, Map<String, Argument> arguments) {
    this.situation = situation;
    this.ruling = ruling;
    this.arguments = arguments;
    this.market = new Market(situation, arguments);
    this.zh = situation.language() == Language.ZH;
  }

  static Map<String, String> of(
      Situation situation, Ruling ruling, Map<String, Argument> arguments, Random random) {
    RoleWords roles = new RoleWords(situation, ruling, arguments);
    roles.addScene();
    roles.addKnown(random);
    roles.addTrade();
    roles.addHeard();
    return Map.copyOf(roles.words);
  }

  private void addScene() {
    words.put("me", situation.self().name().in(situation.language()));
    words.put("trade", situation.self().trade().in(situation.language()));
    words.put("here", Phrasing.bare(situation.here()));
    words.put("weather", Phrasing.weather(situation.weather(), situation.language()));
    words.put("hour", Phrasing.hour(situation.hour(), situation.language()));
    words.put("reason", zh ? "我没有改动这里的权力" : "I have no leave to change this place");
    situation.player().ifPresent(name -> words.put("player", name));
  }

  private void addKnown(Random random) {
    if (!situation.memories().isEmpty()) {
      words.put("memory", Phrasing.clause(situation.memories().get(0)));
    }
    drawn(situation.news(), random).ifPresent(news -> words.put("news", Phrasing.clause(news)));
    drawn(situation.work(), random).ifPresent(work -> words.put("work", Phrasing.clause(work)));
    key(Role.PLACE)
        .flatMap(key -> situation.places().stream().filter(p -> p.key().equals(key)).findFirst())
        .ifPresent(
            place -> {
              words.put("place", Phrasing.bare(place.name().in(situation.language())));
              words.put("where", place.where());
            });
    key(Role.PERSON)
        .flatMap(key -> situation.people().stream().filter(p -> p.key().equals(key)).findFirst())
        .ifPresent(
            person -> {
              words.put("person", person.name().in(situation.language()));
              person.at().ifPresent(at -> words.put("at", at));
            });
    Optional<Argument> taught =
        argument(ruling.intent().equals("translate") ? Role.MESSAGE : Role.WORD);
    Bilingual.meaning(situation, taught)
        .ifPresent(
            meaning -> {
              words.put("meaning", meaning);
              if (ruling.intent().equals("translate")) {
                words.put("message", meaning);
              }
            });
  }

  private static Optional<String> drawn(List<String> lines, Random random) {
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(lines.get(random.nextInt(lines.size())));
  }

  private void addTrade() {
    Optional<Ware> ware = ruling.intent().equals("compare") ? market.compared() : market.ware();
    ware.ifPresent(this::addWare);
    key(Role.ITEM)
        .flatMap(
            key -> situation.goods().stream().filter(g -> g.id().value().equals(key)).findFirst())
        .ifPresent(goods -> words.putIfAbsent("item", goods.name().in(situation.language())));
    if (!market.sold().isEmpty()) {
      words.put("goods", goods());
    }
  }

  private void addWare(Ware ware) {
    long count = market.count();
    words.put("item", ware.goods().name().in(situation.language()));
    words.put("price", Long.toString(ware.priceCoins()));
    words.put("total", Long.toString(ware.priceCoins() * count));
    if (count > 1) {
      words.put("count", Long.toString(count));
    }
    if (ruling.outcome().equals("accept")) {
      market
          .number(Role.PRICE)
          .ifPresent(
              price -> {
                words.put("offer", Long.toString(price));
                words.put("price", Long.toString(price));
              });
    }
  }

  private String goods() {
    List<String> entries = market.sold().stream().limit(GOODS_MAX).map(this::entry).toList();
    if (zh || entries.size() == 1) {
      return String.join("、", entries);
    }
    int last = entries.size() - 1;
    return entries.subList(0, last).stream().collect(Collectors.joining(", "))
        + " and "
        + entries.get(last);
  }

  private String entry(Ware ware) {
    Goods goods = ware.goods();
    return zh
        ? goods.name().zh() + ware.priceCoins() + "文"
        : goods.plural()
            + " at "
            + ware.priceCoins()
            + (ware.priceCoins() == 1 ? " coin" : " coins");
  }

  /** What was heard, where nothing known stands for it. */
  private void addHeard() {
    for (Role role : Role.values()) {
      argument(role)
          .ifPresent(argument -> words.putIfAbsent(role.key(), heard(role, argument.text())));
    }
  }

  private String heard(Role role, String text) {
    return switch (role) {
      case PERSON, PERSON2, NAME -> zh ? text : Phrasing.name(text);
      case THING, PLACE, PLACE2, ITEM, ITEM2, WORD -> zh ? text : Phrasing.bare(text);
      case TIME -> zh ? text : text.replaceFirst("(?i)^at ", "");
      default -> text;
    };
  }

  private Optional<Argument> argument(Role role) {
    return Optional.ofNullable(arguments.get(role.key()));
  }

  private Optional<String> key(Role role) {
    return argument(role).flatMap(Argument::key);
  }
}
