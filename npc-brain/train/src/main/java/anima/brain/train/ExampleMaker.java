package anima.brain.train;

import anima.brain.language.Filler;
import anima.brain.language.IntentCatalogue;
import anima.brain.language.Knowledge;
import anima.brain.language.KnownName;
import anima.brain.language.Layout;
import anima.brain.language.Linker;
import anima.brain.language.Piece;
import anima.brain.language.Role;
import anima.brain.language.SlotKind;
import anima.brain.language.Slots;
import anima.brain.language.Understood;
import anima.world.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes examples of filled phrases: linked, laid out and answered as at run time. */
final class ExampleMaker {
  private static final Pattern POINTING =
      Pattern.compile("\\b(it|that|one|them|this|there|those|these)\\b|[它这那就]");

  /** What an intent cannot do without, taken from the turn before when only pointed at. */
  private static final Map<String, Role> NEEDED =
      Map.of(
          "buy",
          Role.ITEM,
          "haggle",
          Role.ITEM,
          "ask_price",
          Role.ITEM,
          "decline",
          Role.ITEM,
          "lead_place",
          Role.PLACE,
          "go_place",
          Role.PLACE,
          "where_place",
          Role.PLACE,
          "where_person",
          Role.PERSON,
          "who_is",
          Role.PERSON);

  private final IntentCatalogue catalogue;
  private final Linker linker;
  private final Pools pools;
  private final UtteranceMaker utterances;
  private final Histories histories;
  private final double unknownShare;

  /**
   * @param unknownShare share of known words that are read as unknown ones
   */
  ExampleMaker(
      IntentCatalogue catalogue,
      Linker linker,
      Pools pools,
      UtteranceMaker utterances,
      double unknownShare) {
    this.catalogue = catalogue;
    this.linker = linker;
    this.pools = pools;
    this.utterances = utterances;
    this.histories = new Histories(pools, catalogue);
    this.unknownShare = unknownShare;
  }

  /** One phrase. */
  Example single(Template template, Random random) {
    Language language = template.language();
    String me = pools.name(language, random);
    Utterance utterance = utterances.make(template, me, random);
    Optional<Understood> before = before(template, utterance, random);
    List<Piece> pieces = pieces(utterance.text(), language, me, utterance.known(), random);
    Understood gold = gold(template, utterance, pieces, before);
    return example(template, utterance.text(), before, List.of(gold), pieces, random);
  }

  /** Two phrases in one breath. */
  Example pair(Template first, Template second, Random random) {
    Language language = first.language();
    String me = pools.name(language, random);
    Utterance a = utterances.make(first, me, random);
    Utterance b = utterances.make(second, me, random);
    String head = a.text().replaceAll("[\\s.!?。！？]+$", "") + Joiners.draw(language, random);
    String text = head + b.text();
    Map<Role, Utterance.Span> moved = new EnumMap<>(Role.class);
    b.spans()
        .forEach(
            (role, span) ->
                moved.put(
                    role,
                    new Utterance.Span(span.start() + head.length(), span.end() + head.length())));
    List<KnownName> known = new ArrayList<>(a.known());
    known.addAll(b.known());
    List<Piece> pieces = pieces(text, language, me, known, random);
    List<Understood> gold = new ArrayList<>();
    if (!first.intent().equals("greet")) {
      gold.add(Gold.understood(catalogue.get(first.intent()), a.spans(), pieces));
    }
    gold.add(Gold.understood(catalogue.get(second.intent()), moved, pieces));
    Template pair = new Template(language, "two_things", text, List.of(text));
    return example(pair, text, Optional.empty(), gold, pieces, random);
  }

  private Example example(
      Template template,
      String text,
      Optional<Understood> before,
      List<Understood> gold,
      List<Piece> pieces,
      Random random) {
    Slots slots = new Slots(random);
    List<String> prompt =
        Layout.prompt(template.language(), before.stream().toList(), pieces, slots);
    List<String> answer = Layout.answer(gold, pieces, slots);
    return new Example(
        template.language(), template.intent(), text, pieces, slots, gold, prompt, answer);
  }

  private Optional<Understood> before(Template template, Utterance utterance, Random random) {
    Language language = template.language();
    Role needed = NEEDED.get(template.intent());
    if (follows(template)) {
      Role kind = kinds(utterance).findFirst().orElse(Role.PLACE);
      return random.nextInt(8) == 0
          ? Optional.empty()
          : Optional.of(histories.about(kind, language, random));
    }
    boolean points = POINTING.matcher(template.line().toLowerCase(Locale.ROOT)).find();
    if (needed != null && !utterance.spans().containsKey(needed) && points) {
      return random.nextBoolean()
          ? Optional.of(histories.about(needed, language, random))
          : Optional.empty();
    }
    return random.nextInt(4) == 0 ? Optional.of(histories.any(language, random)) : Optional.empty();
  }

  private static boolean follows(Template template) {
    return template.intent().equals("correct") || template.intent().equals("follow_up");
  }

  private static Stream<Role> kinds(Utterance utterance) {
    return Stream.of(Role.PLACE, Role.ITEM, Role.PERSON).filter(utterance.spans()::containsKey);
  }

  private Understood gold(
      Template template, Utterance utterance, List<Piece> pieces, Optional<Understood> before) {
    if (follows(template)) {
      Role kind = kinds(utterance).findFirst().orElse(Role.PLACE);
      String intent = Histories.continued(kind, before, catalogue);
      Map<Role, Utterance.Span> only = new HashMap<>(utterance.spans());
      only.keySet().retainAll(List.of(kind));
      return Gold.understood(catalogue.get(intent), only, pieces);
    }
    Understood plain = Gold.understood(catalogue.get(template.intent()), utterance.spans(), pieces);
    Role needed = NEEDED.get(template.intent());
    Filler inherited =
        needed == null ? null : before.map(step -> step.fillers().get(needed)).orElse(null);
    boolean points = POINTING.matcher(template.line().toLowerCase(Locale.ROOT)).find();
    if (needed == null || inherited == null || plain.fillers().containsKey(needed) || !points) {
      return plain;
    }
    Map<Role, Filler> fillers = new HashMap<>(plain.fillers());
    fillers.put(needed, inherited);
    return new Understood(plain.intent(), fillers);
  }

  private List<Piece> pieces(
      String text, Language language, String me, List<KnownName> known, Random random) {
    List<KnownName> names = new ArrayList<>(known);
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      String place = pools.place(language, random);
      names.add(new KnownName(SlotKind.PLACE, place, List.of(place)));
      String item = pools.item(language, random);
      names.add(new KnownName(SlotKind.ITEM, item, List.of(item)));
      String person = pools.name(language, random);
      names.add(new KnownName(SlotKind.PERSON, person, List.of(person)));
    }
    List<Piece> pieces = linker.link(text, new Knowledge(List.of(me), names));
    return pieces.stream().map(piece -> unknown(piece, random)).toList();
  }

  private Piece unknown(Piece piece, Random random) {
    boolean word = piece.kind().isEmpty() && Character.isLetter(piece.key().charAt(0));
    boolean latin = word && piece.key().charAt(0) < 0x2E80;
    return latin && random.nextDouble() < unknownShare
        ? new Piece(piece.start(), piece.end(), Optional.of(SlotKind.WORD), piece.key())
        : piece;
  }
}
