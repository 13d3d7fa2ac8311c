package anima.brain.llm.text.jinja;

import anima.brain.llm.text.jinja.Statement.Flow;
import anima.brain.llm.text.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole template. Owned by one thread. */
final class StatementParser extends ExpressionParser {
  private StatementParser(List<Token> tokens) {
    super(tokens);
  }

  static Statement parse(List<Token> tokens) {
    StatementParser parser = new StatementParser(tokens);
    Statement all = parser.block(Set.of());
    if (parser.peek().kind() != Kind.END) {
      throw parser.fault("unexpected tag");
    }
    return all;
  }

  /** Statements up to a tag of one of these names, which is left unread behind its brace. */
  private Statement block(Set<String> ends) {
    enter();
    List<Statement> statements = new ArrayList<>();
    while (peek().kind() != Kind.END) {
      Token token = next();
      if (token.kind() == Kind.TEXT) {
        statements.add(text(token.text()));
      } else if (token.kind() == Kind.OUTPUT_BEGIN) {
        statements.add(output());
      } else if (peek().kind() == Kind.NAME && ends.contains(peek().text())) {
        leave();
        return sequence(statements);
      } else {
        statements.add(tag());
      }
    }
    if (!ends.isEmpty()) {
      throw fault("the end of a tag is missing");
    }
    leave();
    return sequence(statements);
  }

  private static Statement sequence(List<Statement> statements) {
    return (scope, output) -> {
      for (Statement statement : statements) {
        scope.budget.step();
        Flow flow = statement.run(scope, output);
        if (flow != Flow.NEXT) {
          return flow;
        }
      }
      return Flow.NEXT;
    };
  }

  private static Statement text(String text) {
    return (scope, output) -> {
      output.write(text);
      return Flow.NEXT;
    };
  }

  private Statement output() {
    Expression value = tuple();
    end(Kind.OUTPUT_END);
    return (scope, output) -> {
      output.write(ValueWriter.print(value.value(scope), scope.budget));
      return Flow.NEXT;
    };
  }

  private void end(Kind kind) {
    if (peek().kind() != kind) {
      throw fault("unexpected text in a tag");
    }
    next();
  }

  private Statement tag() {
    String name = expectName();
    return switch (name) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "call" -> callBlock();
      case "filter" -> filterBlock();
      case "generation" -> generation();
      case "break" -> flow(Flow.BREAK);
      case "continue" -> flow(Flow.CONTINUE);
      default -> throw fault("the tag " + name + " is not known here");
    };
  }

  private Statement flow(Flow flow) {
    end(Kind.TAG_END);
    return (scope, output) -> flow;
  }

  private void endTag(String name) {
    if (!skipName(name)) {
      throw fault("expected " + name);
    }
    end(Kind.TAG_END);
  }

  private Statement condition() {
    Expression condition = tuple();
    end(Kind.TAG_END);
    Statement then = block(Set.of("elif", "else", "endif"));
    Statement otherwise = (scope, output) -> Flow.NEXT;
    if (skipName("elif")) {
      enter();
      otherwise = condition();
      leave();
    } else if (skipName("else")) {
      end(Kind.TAG_END);
      otherwise = block(Set.of("endif"));
      endTag("endif");
    } else {
      endTag("endif");
    }
    Statement last = otherwise;
    return (scope, output) ->
        (Values.isTrue(condition.value(scope)) ? then : last).run(scope, output);
  }

  private Statement loop() {
    List<String> names = targets();
    if (!skipName("in")) {
      throw fault("expected in");
    }
    Expression entries = loopEntries();
    Expression filter = skipName("if") ? expression() : null;
    if (peek().isName("recursive")) {
      throw fault("recursive loops are not known here");
    }
    end(Kind.TAG_END);
    Statement body = block(Set.of("else", "endfor"));
    Statement otherwise = null;
    if (skipName("else")) {
      end(Kind.TAG_END);
      otherwise = block(Set.of("endfor"));
    }
    endTag("endfor");
    return new Loop(names, entries, filter, body, otherwise);
  }

  private Expression loopEntries() {
    Expression first = or();
    if (!peek().isOperator(",")) {
      return first;
    }
    throw fault("a list in a loop needs brackets");
  }

  /** One name, or several with commas. */
  private List<String> targets() {
    boolean bracket = skipOperator("(");
    List<String> names = new ArrayList<>(List.of(expectName()));
    while (skipOperator(",")) {
      names.add(expectName());
    }
    if (bracket) {
      expectOperator(")");
    }
    return names;
  }

  private Statement assignment() {
    List<String> names = targets();
    if (names.size() == 1 && skipOperator(".")) {
      return namespaceAssignment(names.get(0), expectName());
    }
    if (skipOperator("=")) {
      Expression value = tuple();
      end(Kind.TAG_END);
      return (scope, output) -> {
        Loop.assign(names, value.value(scope), scope);
        return Flow.NEXT;
      };
    }
    // A block form: what stands up to the end tag is the value, perhaps through filters.
    Expression written = blockText("endset");
    return (scope, output) -> {
      Loop.assign(names, written.value(scope), scope);
      return Flow.NEXT;
    };
  }

  private Statement namespaceAssignment(String name, String attribute) {
    expectOperator("=");
    Expression value = tuple();
    end(Kind.TAG_END);
    return (scope, output) -> {
      if (!(scope.get(name) instanceof Namespace namespace)) {
        throw new Refusal(name + " is no namespace, so its " + attribute + " cannot be set");
      }
      namespace.set(attribute, value.value(scope));
      return Flow.NEXT;
    };
  }

  /** The text of a block. */
  private static final class BlockText implements Expression {
    private @Nullable Statement block;

    @Override
    public Object value(Scope scope) {
      Output written = new Output(scope.budget);
      if (block != null) {
        block.run(scope.inner(), written);
      }
      return written.text();
    }
  }

  private Expression blockText(String end) {
    BlockText text = new BlockText();
    Expression value = text;
    while (skipOperator("|")) {
      value = filter(value);
    }
    end(Kind.TAG_END);
    text.block = block(Set.of(end));
    endTag(end);
    return value;
  }

  private Statement filterBlock() {
    BlockText text = new BlockText();
    Expression value = filter(text);
    while (skipOperator("|")) {
      value = filter(value);
    }
    end(Kind.TAG_END);
    text.block = block(Set.of("endfilter"));
    endTag("endfilter");
    Expression last = value;
    return (scope, output) -> {
      output.write(ValueWriter.print(last.value(scope), scope.budget));
      return Flow.NEXT;
    };
  }

  /** Marks what the assistant says, for training only. */
  private Statement generation() {
    end(Kind.TAG_END);
    Statement body = block(Set.of("endgeneration"));
    endTag("endgeneration");
    return body;
  }

  private Statement macro() {
    String name = expectName();
    expectOperator("(");
    Map<String, Expression> parameters = parameters();
    end(Kind.TAG_END);
    Statement body = block(Set.of("endmacro"));
    endTag("endmacro");
    return (scope, output) -> {
      scope.set(name, new Macro(parameters, body, scope));
      return Flow.NEXT;
    };
  }

  /** What stands behind an opening parenthesis. */
  private Map<String, Expression> parameters() {
    Map<String, Expression> parameters = new LinkedHashMap<>();
    while (!skipOperator(")")) {
      String parameter = expectName();
      parameters.put(
          parameter, skipOperator("=") ? expression() : scope -> new Undefined(parameter));
      if (!peek().isOperator(")")) {
        expectOperator(",");
      }
    }
    return parameters;
  }

  /** Calls a macro that can call back what stands in the block. */
  private Statement callBlock() {
    Map<String, Expression> parameters = skipOperator("(") ? parameters() : Map.of();
    Expression call = reference();
    end(Kind.TAG_END);
    Statement body = block(Set.of("endcall"));
    endTag("endcall");
    return (scope, output) -> {
      Scope calling = scope.inner();
      calling.set(Macro.CALLER, new Macro(parameters, body, scope));
      output.write(ValueWriter.print(call.value(calling), scope.budget));
      return Flow.NEXT;
    };
  }
}
