package anima.brain.llm.text.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** What is expected here was checked with Jinja 3.1 in the settings that chat templates run in. */
final class JinjaTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 6, 9, 5, 7);
  private static final JsonObject VARIABLES =
      JsonParser.parseString(
              """
              {"name": "Mira", "none": null, "yes": true, "list": [3, 1, 2], "half": 0.5,
               "map": {"b": 1, "a": {"items": [1]}}, "zh": "米拉🌅", "text": " a,b ,c "}
              """)
          .getAsJsonObject();

  private static void check(String template, String expected) throws JinjaException {
    assertThat(Jinja.compile(template).render(VARIABLES, NOW)).as(template).isEqualTo(expected);
  }

  private static void value(String expression, String expected) throws JinjaException {
    check("{{ " + expression + " }}", expected);
  }

  private static void refused(String template, String reason) {
    assertThatThrownBy(() -> Jinja.compile(template).render(VARIABLES, NOW))
        .as(template)
        .isInstanceOf(JinjaException.class)
        .hasMessage(reason);
  }

  @Test
  void values_are_written_as_python_writes_them() throws Exception {
    value("none", "None");
    value("[yes, 1.0, 'it''s', \"it's\", none]", "[True, 1.0, 'its', \"it's\", None]");
    value("map", "{'b': 1, 'a': {'items': [1]}}");
    value("[2.5e-3, 100000000.0 * 100000000.0, half / 4096]", "[0.0025, 1e+16, 0.0001220703125]");
    value("missing", "");
    value("'a\\n\\u7c73\\'\\\\'", "a\n米'\\");
  }

  @Test
  void operators_bind_as_in_jinja() throws Exception {
    value("1 + 2 * 3 ** 2 // 4 - -1 % 3", "3");
    value("'a' ~ 1 + 2 if false else 'n' ~ 1 ~ none", "n1None");
    value("not none and 1 < 2 <= 2 != 3", "True");
    value("none or 'x' and 0", "0");
    value("2 in list and 'ir' in name and 'b' in map and 9 not in list", "True");
    value("-1 | abs + 2", "3");
    value("name is string and missing is not defined", "True");
    value("list is iterable and map is mapping and none is none and 3 is odd", "True");
    value("'b' if 4 is divisibleby 2 else 'c'", "b");
    value("[1, 2] + [3] == [1, 2, 3]", "True");
    value("'ab' * 3", "ababab");
  }

  @Test
  void parts_are_reached_as_in_python() throws Exception {
    value("map.a['items'][0]", "1");
    value("map['a'].items() | length", "1");
    value("list[-1] ~ list[::-1] ~ list[1:] ~ list[:-2] ~ list.1", "2[2, 1, 3][1, 2][3]1");
    value("zh[1:] ~ zh[-1] ~ zh | length", "拉🌅🌅3");
    value("map.get('z', 'none') ~ map.get('z')", "noneNone");
    value("list[7] is defined or map.q is defined", "False");
  }

  @Test
  void texts_have_the_methods_of_python() throws Exception {
    value(
        "text.strip() ~ '|' ~ text.split(',') ~ text.split() | length",
        "a,b ,c|[' a', 'b ', 'c ']2");
    value("'a<t>b<t>c'.split('<t>', 1)[-1] ~ 'a.b.c'.rsplit('.', 1)[0]", "b<t>ca.b");
    value("name.startswith(('X', 'Mi')) and name.endswith('ra')", "True");
    value("'xxaxx'.strip('x') ~ 'xxaxx'.lstrip('x') ~ '\\n\\na\\n'.rstrip('\\n')", "aaxx\n\na");
    value(
        "name.upper() ~ name.lower() ~ 'two words'.title() ~ 'aB'.capitalize()",
        "MIRAmiraTwo WordsAb");
    value("'aaa'.replace('a', 'b', 2) ~ ', '.join(['x', 'y'])", "bbax, y");
  }

  @Test
  void filters_change_values() throws Exception {
    value("{'a': [1, none, 'é<'], 'b': {}} | tojson", "{\"a\": [1, null, \"é<\"], \"b\": {}}");
    value("[1, {'a': []}] | tojson(indent=2)", "[\n  1,\n  {\n    \"a\": []\n  }\n]");
    value("list | sort | join('-') ~ list | first ~ list | last ~ list | max", "1-2-3323");
    value("missing | default('d') ~ '' | default('e', true) ~ none | d('f')", "deNone");
    value(
        "[{'r': 'a', 'c': 1}, {'r': 'b'}] | selectattr('r', 'equalto', 'a') | map(attribute='c') |"
            + " list",
        "[1]");
    value("[{'c': 1}, {}] | rejectattr('c', 'defined') | list | length", "1");
    value("list | select('gt', 1) | list ~ ['a', 'B'] | map('upper') | join", "[3, 2]AB");
    value("map | dictsort | length ~ ' x ' | trim ~ 'a\\nb' | indent(2)", "2xa\n  b");
    value("('7' | int + 1) ~ ('x' | int(5)) ~ (list | string | length)", "859");
  }

  @Test
  void loops_know_where_they_are() throws Exception {
    check(
        "{% for x in list %}{{ loop.index }}{{ loop.first }}{{ loop.last }}{{ loop.previtem }};{%"
            + " endfor %}",
        "1TrueFalse;2FalseFalse3;3FalseTrue1;");
    check(
        "{% for x in list if x > 1 %}{{ x }}/{{ loop.length }} {% else %}no{% endfor %}",
        "3/2 2/2 ");
    check("{% for x in [] %}x{% else %}no{% endfor %}", "no");
    check("{% for k, v in map.items() %}{{ k }}{{ loop.revindex }}{% endfor %}", "b2a1");
    check(
        "{% for x in range(9) %}{% if x == 1 %}{% continue %}{% endif %}{% if x > 3 %}{% break %}{%"
            + " endif %}{{ x }}{% endfor %}",
        "023");
  }

  @Test
  void what_a_loop_sets_ends_with_its_turn_but_for_namespaces() throws Exception {
    check(
        "{% set a = 0 %}{% set ns = namespace(a=0) %}{% for x in list %}{% set a = x %}{% set ns.a"
            + " = ns.a + x %}{% endfor %}{{ a }}{{ ns.a }}",
        "06");
    check("{% if yes %}{% set a = 1 %}{% endif %}{{ a }}", "1");
    check("{% set a %}<{{ name }}>{% endset %}{{ a | lower }}", "<mira>");
    check("{% set a, b = 1, 2 %}{{ a + b }}", "3");
  }

  @Test
  void macros_are_called_by_place_and_by_name() throws Exception {
    check(
        "{% macro m(a, b='!') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(b=2, a=name) }}",
        "1!Mira2");
    check(
        "{% macro m(x) %}[{{ caller(x) }}]{% endmacro %}{% call(y) m(7) %}{{ y }}{% endcall %}",
        "[7]");
    check("{% filter upper %}a{{ name }}{% endfilter %}", "AMIRA");
  }

  @Test
  void white_space_beside_tags_is_dropped_as_chat_templates_expect() throws Exception {
    check("a\n  {% if yes %}\n  b\n  {% endif %}\nc\n", "a\n  b\nc");
    check("a\n  {%- if yes -%}\n  b\n  {%- endif %}\nc\n\n", "abc\n");
    check("a \n {{- name -}} \n b", "aMirab");
    check("a\n  {# comment #}\nb {#- c -#} d", "a\nbd");
    check("  {%+ if yes %}x{% endif +%}\ny", "  x\ny");
    check("{% raw %}{{ x }}{% endraw %}{{ {'a': {'b': 1}}.a.b }}", "{{ x }}1");
    check("{% generation %}g{% endgeneration %}\r\nz", "gz");
  }

  @Test
  void the_present_is_what_it_is_given() throws Exception {
    value("strftime_now('%d %b %Y, %A %-d %B %H:%M')", "06 Nov 2026, Friday 6 November 09:05");
  }

  @Test
  void what_cannot_be_is_refused_in_a_sentence() {
    refused("{{ raise_exception('Roles must alternate!') }}", "Roles must alternate!");
    refused("{{ missing.part }}", "\"missing\" is not defined and so has no part");
    refused("{{ 'a' + 1 }}", "cannot compute a text + a number");
    refused("{{ 1 < 'a' }}", "cannot compare a number with a text");
    refused("{{ name.__class__.__mro__ }}", "\"__class__\" is not defined and so has no __mro__");
    refused("{{ name() }}", "a text cannot be called");
    refused("{% include 'x' %}", "line 1: the tag include is not known here at \"x\"");
    refused("a\n{% for x in y", "line 2: a tag has no end");
    refused("{{ x | nothing }}", "there is no filter nothing");
    refused("{% if x %}", "line 1: the end of a tag is missing at \"\"");
  }

  @Test
  void hostile_templates_end_soon() {
    refused("{{ 'x' * 99999999999 }}", "it makes a text longer than 8388608 characters");
    refused("{% for i in range(999999999) %}{% endfor %}", "it takes too many steps");
    refused(
        "{% set n = namespace(s='x') %}{% for i in range(99) %}{% set n.s = n.s ~ n.s %}{% endfor"
            + " %}",
        "it makes a text longer than 8388608 characters");
    refused(
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "its macros call each other too deeply");
    refused(
        "{% set n = namespace(l=[0]) %}{% for i in range(99) %}{% set n.l = [n.l, n.l] %}{% endfor"
            + " %}{{ n.l }}",
        "it makes a text longer than 8388608 characters");
    refused(
        "{% set n = namespace(l=[0], m=[0]) %}{% for i in range(99) %}{% set n.l = [n.l, n.l] %}"
            + "{% set n.m = [n.m, n.m] %}{% endfor %}{{ n.l == n.m }}",
        "it takes too many steps");
    refused("{% set a = 'a' * 2000000 %}{{ a + 'b' in a + a }}", "it takes too many steps");
    refused(
        "{{ " + "(".repeat(5000) + "1" + ")".repeat(5000) + " }}",
        "line 1: more than 100 levels at \"(\"");
    refused("{{ 1" + "+1".repeat(60_000) + " }}", "the template is nested too deeply");
    refused("x".repeat(Jinja.LENGTH_MAX + 1), "the template is longer than 262144 characters");
  }
}
