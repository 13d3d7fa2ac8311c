package anima.brain.llm.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns expressions into nodes, from their end to their beginning: each is made knowing what
 * follows it. An expression that stands at several places with the same end is made once. Used by
 * one thread for one grammar.
 */
final class Compiler {
  /** Most nodes of a grammar, about 20 MB. */
  static final int NODES_MAX = 200_000;

  /** Deepest nesting of expressions. */
  static final int DEPTH_MAX = 1024;

  private final Map<String, Expression> rules;
  private final Map<String, Node.Fork> entries = new HashMap<>();
  private final IdentityHashMap<Expression, Map<Node, Node>> made = new IdentityHashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Node end = add(new Node.End());
  private int depth;

  Compiler(Map<String, Expression> rules) {
    this.rules = rules;
  }

  /** The first node of a grammar whose every reachable node leads to the end. */
  Node compile(Expression root) throws GrammarException {
    try {
      Node first = made(root, end);
      for (Optional<String> name = unmade(); name.isPresent(); name = unmade()) {
        Node body = made(rules.getOrDefault(name.get(), Expression.EMPTY), end);
        entry(name.get()).branches = List.of(body);
      }
      new Soundness(nodes).prove(first);
      return first;
    } catch (LimitException exceeded) {
      throw new GrammarException("grammar", exceeded.what);
    }
  }

  /**
   * The bytes without whose single tokens a text could get stuck: those of the words, and of free
   * text those that may have to follow; nothing forces a text to begin a character beyond ASCII.
   */
  BitSet bytes() {
    BitSet bytes = new BitSet(256);
    for (Node node : nodes) {
      if (node instanceof Node.Step step) {
        for (int i = 0; i < step.from.length; i++) {
          bytes.set(step.from[i], step.to[i] + 1);
        }
      } else if (node instanceof Node.Free) {
        bytes.set(' ', 0x7f);
        bytes.set(0x80, 0xc0);
      }
    }
    return bytes;
  }

  private Optional<String> unmade() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().branches.isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The beginning of a rule, which is made later: it may contain itself. */
  private Node.Fork entry(String rule) {
    return entries.computeIfAbsent(rule, name -> add(new Node.Fork(List.of())));
  }

  private Node made(Expression expression, Node next) {
    Map<Node, Node> before = made.computeIfAbsent(expression, e -> new HashMap<>());
    Node known = before.get(next);
    if (known != null) {
      return known;
    }
    if (++depth > DEPTH_MAX) {
      throw new LimitException("is nested deeper than " + DEPTH_MAX + "; make it flatter");
    }
    Node node = expression.accept(new Making(next));
    depth--;
    before.put(next, node);
    return node;
  }

  private <N extends Node> N add(N node) {
    if (nodes.size() >= NODES_MAX) {
      throw new LimitException("has more than " + NODES_MAX + " nodes; make it smaller");
    }
    nodes.add(node);
    return node;
  }

  private static final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    LimitException(String what) {
      super(what);
      this.what = what;
    }
  }

  /** Makes one expression before a node. */
  private final class Making implements Expression.Handler<Node> {
    private final Node next;

    Making(Node next) {
      this.next = next;
    }

    @Override
    public Node literal(Expression.Literal literal) {
      return word(literal.text().getBytes(StandardCharsets.UTF_8), 0);
    }

    private Node word(byte[] bytes, int from) {
      Node node = next;
      for (int i = bytes.length - 1; i >= from; i--) {
        node = add(Node.Step.of(bytes[i] & 0xff, bytes[i] & 0xff, node));
      }
      return node;
    }

    @Override
    public Node between(Expression.Between between) {
      return add(Node.Step.of(between.first(), between.last(), next));
    }

    @Override
    public Node choice(Expression.Choice choice) {
      List<byte[]> words = new ArrayList<>();
      List<Node> branches = new ArrayList<>();
      for (Expression branch : choice.branches()) {
        if (branch instanceof Expression.Literal literal) {
          words.add(literal.text().getBytes(StandardCharsets.UTF_8));
        } else {
          branches.add(made(branch, next));
        }
      }
      if (!words.isEmpty()) {
        branches.add(0, tree(words, 0));
      }
      return branches.size() == 1 ? branches.get(0) : add(new Node.Fork(branches));
    }

    /** Words that begin alike share nodes, so that a long list stays one way to read on. */
    private Node tree(List<byte[]> words, int from) {
      if (words.size() == 1) {
        return word(words.get(0), from);
      }
      Map<Integer, List<byte[]>> byFirst =
          words.stream()
              .filter(word -> word.length > from)
              .collect(
                  Collectors.groupingBy(
                      word -> word[from] & 0xff, TreeMap::new, Collectors.toList()));
      boolean ends = words.stream().anyMatch(word -> word.length == from);
      if (byFirst.isEmpty()) {
        // One word, twice.
        return next;
      }
      int[] values = byFirst.keySet().stream().mapToInt(Integer::intValue).toArray();
      Node[] targets = new Node[values.length];
      for (int i = 0; i < values.length; i++) {
        targets[i] = tree(byFirst.getOrDefault(values[i], List.of()), from + 1);
      }
      Node step = add(new Node.Step(values, values, targets));
      return ends ? add(new Node.Fork(List.of(step, next))) : step;
    }

    @Override
    public Node sequence(Expression.Sequence sequence) {
      Node node = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        node = made(sequence.parts().get(i), node);
      }
      return node;
    }

    @Override
    public Node repeat(Expression.Repeat repeat) {
      Node body = made(repeat.part(), end);
      Node again = made(repeat.separator(), body);
      return add(new Node.Group(body, again, repeat.min(), repeat.max(), next));
    }

    @Override
    public Node text(Expression.Text text) {
      return add(new Node.Free(new TextMachine(text), next));
    }

    @Override
    public Node reference(Expression.Reference reference) {
      if (!rules.containsKey(reference.rule())) {
        throw new LimitException("refers to the rule " + reference.rule() + ", which is missing");
      }
      Node body = entry(reference.rule());
      return add(new Node.Group(body, body, 1, 1, next));
    }
  }
}
