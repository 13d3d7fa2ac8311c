package anima.client.talk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A prompt for a person: history, completion of commands and names, colours. */
final class JLineTerminal implements Terminal {
  private final org.jline.terminal.Terminal terminal;
  private final LineReader reader;

  private JLineTerminal(org.jline.terminal.Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  /** Opens the program's own terminal; {@code words} are completed. */
  static JLineTerminal open(Supplier<List<String>> words) throws IOException {
    org.jline.terminal.Terminal terminal = TerminalBuilder.builder().system(true).build();
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("anima")
            .completer(new WordCompleter(words))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    return new JLineTerminal(terminal, reader);
  }

  @Override
  public Optional<String> read() {
    try {
      return Optional.of(reader.readLine("> "));
    } catch (EndOfFileException | UserInterruptException end) {
      return Optional.empty();
    }
  }

  @Override
  public void print(String line) {
    reader.printAbove(new AttributedString(line, style(line)));
  }

  private static AttributedStyle style(String line) {
    if (line.startsWith("* ")) {
      return AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    }
    return line.contains(": ")
        ? AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)
        : AttributedStyle.DEFAULT;
  }

  @Override
  public boolean interactive() {
    return true;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException gone) {
      // The terminal has gone before us.
      return;
    }
  }

  private record WordCompleter(Supplier<List<String>> words) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
      List<String> all = new ArrayList<>();
      Commands.ALL.forEach(command -> all.add("/" + command));
      words
          .get()
          .forEach(
              word -> {
                all.add(word);
                all.add("@" + word);
              });
      all.forEach(word -> candidates.add(new Candidate(word)));
    }
  }
}
