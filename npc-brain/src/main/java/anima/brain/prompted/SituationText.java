package anima.brain.prompted;

import anima.brain.language.KnownPerson;
import anima.brain.language.KnownPlace;
import anima.brain.language.Phrasing;
import anima.brain.language.Situation;
import anima.brain.language.Turn;
import anima.brain.language.Ware;
import anima.world.Language;
import anima.world.Mood;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A situation in plain words, what changes least first: who answers; then what is remembered, sold,
 * known and near; then the talk and what was just said. Used by one thread for one situation.
 */
final class SituationText {
  /** Earlier turns that are told. */
  private static final int TURNS_MAX = 6;

  /** Entries of any list that are told, so that the prompt stays short in a large world. */
  private static final int ENTRIES_MAX = 60;

  private final Situation situation;
  private final boolean zh;

  SituationText(Situation situation) {
    this.situation = situation;
    this.zh = situation.language() == Language.ZH;
  }

  /** Who answers: the same at each turn. */
  String persona() {
    String name = situation.self().name().in(situation.language());
    String trade = situation.self().trade().in(situation.language());
    String mood = mood(situation.self().mood());
    return zh
        ? "你是%s，%s。你的脾气：%s。".formatted(name, trade, mood)
        : "You are %s, the %s. Your temper: %s.".formatted(name, trade, mood);
  }

  /** All else, up to what was said. */
  String rest() {
    return Stream.of(
            list("Places you know, and the way from here:", "你知道的地方，以及从这里怎么走：", places()),
            list("People you know:", "你认识的人：", people()),
            list("What you sell:", "你卖的东西：", wares()),
            list("Goods you have heard of:", "你听说过的货物：", goods()),
            list("Work you can offer:", "你能给的活：", situation.work()),
            list("Gossip you may tell:", "你可以讲的闲话：", situation.news()),
            list("What you remember of the speaker:", "你记得对方的事：", situation.memories()),
            now(),
            talk(),
            utterance())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private String list(String headEn, String headZh, List<String> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    return entries.stream()
        .limit(ENTRIES_MAX)
        .map(entry -> "- " + Spoken.oneLine(entry))
        .collect(Collectors.joining("\n", (zh ? headZh : headEn) + "\n", ""));
  }

  private List<String> places() {
    return situation.places().stream().map(this::place).toList();
  }

  private String place(KnownPlace place) {
    return place.name().in(situation.language()) + (zh ? "：" : ": ") + place.where();
  }

  private List<String> people() {
    return situation.people().stream().map(this::person).toList();
  }

  private String person(KnownPerson person) {
    String about = person.about().map(label -> label.in(situation.language())).orElse("");
    String at =
        person
            .at()
            .map(where -> zh ? "在" + where : "last seen at " + where)
            .orElse(zh ? "不知在哪" : "you do not know where");
    return Stream.of(person.name().in(situation.language()), about, at)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(zh ? "，" : ", "));
  }

  private List<String> wares() {
    List<Ware> wares = situation.wares();
    return wares.isEmpty()
        ? List.of(zh ? "什么也不卖" : "nothing")
        : wares.stream().map(this::ware).toList();
  }

  /** On one line: they are only names. */
  private List<String> goods() {
    String names =
        situation.goods().stream()
            .limit(ENTRIES_MAX)
            .map(goods -> goods.name().in(situation.language()))
            .collect(Collectors.joining(zh ? "、" : ", "));
    return names.isEmpty() ? List.of() : List.of(names);
  }

  private String ware(Ware ware) {
    String name = ware.goods().name().in(situation.language());
    return zh
        ? "%s：%d文，还有%d%s".formatted(name, ware.priceCoins(), ware.stock(), ware.goods().measureZh())
        : "%s: %d %s each, %d left"
            .formatted(
                name, ware.priceCoins(), ware.priceCoins() == 1 ? "coin" : "coins", ware.stock());
  }

  private String now() {
    String hour = Phrasing.hour(situation.hour(), situation.language());
    String weather = Phrasing.weather(situation.weather(), situation.language());
    String follow =
        situation.abilities().follow()
            ? (zh ? "你可以跟人走。" : "You may come along with someone.")
            : (zh ? "你现在不能跟人走。" : "You cannot come along with anyone now.");
    String name =
        situation
            .player()
            .map(player -> zh ? "对方叫" + player + "。" : "The speaker is called " + player + ".")
            .orElse(zh ? "你不知道对方的名字。" : "You do not know the speaker's name.");
    return zh
        ? "现在：%s，在%s，天气%s。%s%s".formatted(hour, situation.here(), weather, follow, name)
        : "Now: it is %s, near the %s, and the weather is %s. %s %s"
            .formatted(hour, situation.here(), weather, follow, name);
  }

  private String talk() {
    List<Turn> turns = situation.history();
    return turns.stream()
        .skip(Math.max(0, turns.size() - TURNS_MAX))
        .map(turn -> said(turn.heard()) + "\n" + answered(turn.said()))
        .collect(Collectors.joining("\n"));
  }

  private String utterance() {
    return said(situation.text());
  }

  private String said(String text) {
    return (zh ? "对方：" : "Speaker: ") + Spoken.oneLine(text);
  }

  private String answered(String text) {
    return (zh ? "你：" : "You: ") + Spoken.oneLine(text);
  }

  private String mood(Mood mood) {
    return switch (mood) {
      case CHEERFUL -> zh ? "开朗" : "cheerful";
      case GRUMPY -> zh ? "爱抱怨，心不坏" : "grumpy, with a good heart";
      case SHY -> zh ? "害羞" : "shy";
      case PROUD -> zh ? "骄傲" : "proud";
      case CALM -> zh ? "平静" : "calm";
      case CURIOUS -> zh ? "好奇" : "curious";
      case WEARY -> zh ? "疲惫" : "weary";
      case STERN -> zh ? "严厉" : "stern";
    };
  }
}
