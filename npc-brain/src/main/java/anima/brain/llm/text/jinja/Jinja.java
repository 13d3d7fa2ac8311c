package anima.brain.llm.text.jinja;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/** A template ready to be filled, with the settings of chat templates. Immutable; any thread. */
public final class Jinja {
  /** Longest template, in UTF-16 units; published ones have up to 20,000. */
  public static final int LENGTH_MAX = 1 << 18;

  private final Statement statement;

  private Jinja(Statement statement) {
    this.statement = statement;
  }

  public static Jinja compile(String template) throws JinjaException {
    if (template.length() > LENGTH_MAX) {
      throw new JinjaException("the template is longer than " + LENGTH_MAX + " characters");
    }
    try {
      return new Jinja(StatementParser.parse(Lexer.tokens(template)));
    } catch (Refusal refusal) {
      throw new JinjaException(refusal.reason());
    } catch (StackOverflowError e) {
      throw new JinjaException("the template is nested too deeply");
    }
  }

  /**
   * Fills the template.
   *
   * @param now what the template takes for the present
   */
  public String render(JsonObject variables, LocalDateTime now) throws JinjaException {
    Map<String, Object> values = new HashMap<>(Functions.at(now));
    for (Map.Entry<String, JsonElement> variable : variables.entrySet()) {
      values.put(variable.getKey(), Values.of(variable.getValue()));
    }
    Scope scope = Scope.outermost(values);
    Output output = new Output(scope.budget);
    try {
      statement.run(scope, output);
      return output.text();
    } catch (Refusal refusal) {
      throw new JinjaException(refusal.reason());
    } catch (StackOverflowError e) {
      // Long chains of operators and macros in macros add up; nothing is left half done here.
      throw new JinjaException("the template is nested too deeply");
    }
  }
}
