package anima.world.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anima.world.json.JsonFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlaceReaderTest {
  private static final String HAVEN = PlaceReader.write(Haven.place());

  @Test
  void a_place_reads_back_as_it_was_written() throws JsonFault {
    assertThat(PlaceReader.read("haven.json", HAVEN)).isEqualTo(Haven.place());
  }

  @Test
  void the_example_of_the_manual_is_a_place() throws JsonFault, IOException {
    Path manual = Path.of(System.getProperty("basedir", ".")).resolve("../docs/places.md");
    String text = Files.readString(manual);
    int start = text.indexOf("```json") + "```json".length();
    Place place = PlaceReader.read("places.md", text.substring(start, text.indexOf("```", start)));
    assertThat(place.inhabitants()).hasSize(1);
  }

  @Test
  void a_number_out_of_range_is_named_with_its_path() {
    check(
        "\"widthMeters\":15.0",
        "\"widthMeters\":-2",
        "haven.json: houses[0].widthMeters: expected 1 to 60, found -2");
  }

  @Test
  void an_unknown_field_is_refused_with_the_nearest_known() {
    check(
        "\"dayMinutes\"",
        "\"dayMinuts\"",
        "haven.json: dayMinuts: there is no such field, perhaps \"dayMinutes\" is meant");
  }

  @Test
  void an_unknown_word_is_refused_with_the_nearest_known() {
    check(
        "\"kind\":\"inn\"",
        "\"kind\":\"in\"",
        "haven.json: houses[0].kind: expected one of cottage, inn, tower, forge, mill, hall,"
            + " stall, jetty, found \"in\" (perhaps \"inn\")");
    check(
        "\"home\":\"harbour\"",
        "\"home\":\"harbor\"",
        "haven.json: inhabitants[0].home: expected a landmark's id of this place, found"
            + " \"harbor\" (perhaps \"harbour\")");
  }

  @Test
  void a_missing_field_is_named() {
    check("\"seed\":20261,", "", "haven.json: seed: expected a whole number, found nothing");
  }

  @Test
  void a_key_used_twice_is_refused() {
    check(
        "\"id\":\"bakery\"",
        "\"id\":\"inn\"",
        "haven.json: landmarks[8].id: expected a key that no other has, found \"inn\" again");
  }

  @Test
  void damaged_text_is_refused_with_the_place_of_the_damage() {
    assertThatThrownBy(() -> PlaceReader.read("haven.json", HAVEN.substring(0, 500)))
        .isInstanceOf(JsonFault.class)
        .hasMessageStartingWith("haven.json: hills[4].z: expected well-formed JSON")
        .hasMessageEndingWith("Unterminated string at line 1 column 501");
  }

  @Test
  void a_name_given_twice_is_refused() {
    check(
        "\"seed\":20261",
        "\"seed\":20261,\"seed\":1",
        "haven.json: seed: expected each name once, found it twice");
  }

  @Test
  void a_text_too_long_or_too_deep_or_not_utf8_is_refused() {
    check(
        "\"hills\":[",
        "\"hills\":" + "[".repeat(10_000),
        "Nesting limit 32 reached at line 1 column");
    assertThatThrownBy(
            () -> PlaceReader.read("big.json", " ".repeat(PlaceReader.SIZE_BYTES_MAX + 1)))
        .hasMessage("big.json: expected at most 1048576 characters, found 1048577");
    assertThatThrownBy(
            () ->
                PlaceReader.read(
                    "odd.json", new ByteArrayInputStream(new byte[] {'"', (byte) 0xff, '"'})))
        .hasMessage("odd.json: expected a text in UTF-8, found other bytes");
  }

  @Test
  void a_control_character_in_a_name_is_refused() {
    check(
        "\"en\":\"Haven\"",
        "\"en\":\"Ha\\u0007ven\"",
        "haven.json: name: a name has no control characters");
  }

  private static void check(String from, String to, String sentence) {
    assertThat(HAVEN).contains(from);
    assertThatThrownBy(
            () ->
                PlaceReader.read(
                    "haven.json",
                    HAVEN.replaceFirst(from.replace("[", "\\["), to.replace("\\", "\\\\"))))
        .isInstanceOf(JsonFault.class)
        .hasMessageContaining(sentence);
  }
}
