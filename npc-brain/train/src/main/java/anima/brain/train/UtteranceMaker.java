package anima.brain.train;

import anima.brain.language.English;
import anima.brain.language.KnownName;
import anima.brain.language.Role;
import anima.brain.language.SlotKind;
import anima.brain.language.Word;
import anima.brain.language.Words;
import anima.world.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fills phrases with words and remembers where the arguments stand. */
final class UtteranceMaker {
  /** Intents that are about a place even where the phrase writes it out. */
  private static final Set<String> OF_PLACES =
      Set.of("where_place", "lead_place", "go_place", "meet");

  private static final Set<String> OF_ITEMS =
      Set.of("ask_price", "buy", "sell_to", "give", "beg", "haggle", "decline");

  /** Words of the pools that more often mean something else. */
  private static final Set<String> DOUBTFUL =
      Set.of("well", "spring", "sweet", "watch", "box", "saw", "pick", "seed", "shop", "roll");

  private static final int ZH_NAME_LENGTH_MAX = 4;

  private final Pools pools;
  private final Surfaces surfaces;
  private final Noise noise;

  UtteranceMaker(Pools pools, Surfaces surfaces, Noise noise) {
    this.pools = pools;
    this.surfaces = surfaces;
    this.noise = noise;
  }

  Utterance make(Template template, String me, Random random) {
    StringBuilder text = new StringBuilder();
    Map<Role, Utterance.Span> spans = new EnumMap<>(Role.class);
    Map<String, Surface> drawn = new HashMap<>();
    List<KnownName> known = new ArrayList<>();
    Language language = template.language();
    for (String part : noise.disturb(template.parts(), language, random)) {
      if (!Template.isSlot(part)) {
        written(template, part, text.length(), spans, known, random);
        text.append(part);
        continue;
      }
      String slot = Template.slotName(part);
      if (slot.equals("me")) {
        text.append(me);
        continue;
      }
      Surface surface = drawn.computeIfAbsent(slot, s -> surfaces.draw(s, language, random));
      known.addAll(surface.known());
      mendArticle(text, surface.text());
      int start = text.length();
      text.append(surface.text());
      Role.of(slot)
          .ifPresent(role -> spans.putIfAbsent(role, new Utterance.Span(start, text.length())));
    }
    return new Utterance(template.intent(), text.toString(), spans, known);
  }

  private static void mendArticle(StringBuilder text, String next) {
    int length = text.length();
    boolean article =
        length >= 2
            && text.charAt(length - 1) == ' '
            && (text.charAt(length - 2) == 'a' || text.charAt(length - 2) == 'A')
            && (length == 2 || text.charAt(length - 3) == ' ');
    if (article && English.article(next).equals("an")) {
      text.insert(length - 1, 'n');
    }
  }

  /** Lets half of the places and goods that a phrase writes out be known ones. */
  private void written(
      Template template,
      String part,
      int offset,
      Map<Role, Utterance.Span> spans,
      List<KnownName> known,
      Random random) {
    List<Word> words = Words.split(part);
    for (int i = 0; i < words.size(); i++) {
      int length = template.language() == Language.ZH ? zhNameLength(part, words, i) : 1;
      if (length == 0) {
        continue;
      }
      int start = words.get(i).start();
      int end = words.get(i + length - 1).end();
      String name = singular(part.substring(start, end).toLowerCase(Locale.ROOT));
      boolean place = pools.isPlace(template.language(), name);
      boolean item = pools.isItem(template.language(), name);
      if (!(place || item) || DOUBTFUL.contains(name) || random.nextBoolean()) {
        continue;
      }
      boolean asPlace = place && (!item || OF_PLACES.contains(template.intent()));
      known.add(new KnownName(asPlace ? SlotKind.PLACE : SlotKind.ITEM, name, List.of(name)));
      Role role = asPlace ? Role.PLACE : Role.ITEM;
      Set<String> owners = asPlace ? OF_PLACES : OF_ITEMS;
      if (owners.contains(template.intent()) && !template.has(role.key())) {
        spans.putIfAbsent(role, new Utterance.Span(offset + start, offset + end));
      }
    }
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private int zhNameLength(String part, List<Word> words, int from) {
    for (int length = Math.min(ZH_NAME_LENGTH_MAX, words.size() - from); length >= 2; length--) {
      String name = part.substring(words.get(from).start(), words.get(from + length - 1).end());
      if (pools.isPlace(Language.ZH, name) || pools.isItem(Language.ZH, name)) {
        return length;
      }
    }
    return 0;
  }
}
