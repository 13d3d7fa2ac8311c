package anima.client.input;

import anima.client.view.BadOptionException;
import com.jme3.input.KeyInput;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Which key asks for what; read from a file that people can change. Immutable. */
public final class KeyBindings {
  /** Name of the file within the settings folder. */
  public static final String FILE = "keys.properties";

  private static final Map<String, Integer> CODES = codes();

  private final Map<Command, Integer> keys;

  private KeyBindings(Map<Command, Integer> keys) {
    this.keys = keys;
  }

  /** The usual keys. */
  public static KeyBindings usual() {
    Map<Command, Integer> keys = new EnumMap<>(Command.class);
    for (Command command : Command.values()) {
      keys.put(command, command.usualKey());
    }
    return new KeyBindings(keys);
  }

  /**
   * The keys of a file of lines such as {@code forward = W}; what it leaves out stays as usual. A
   * file that is not there is written with the usual keys.
   *
   * @throws BadOptionException if it cannot be read or names what does not exist
   */
  public static KeyBindings read(Path file) throws BadOptionException {
    Map<Command, Integer> keys = new EnumMap<>(usual().keys);
    Properties lines = new Properties();
    try {
      if (!Files.exists(file)) {
        usual().write(file);
      }
      try (Reader reader = Files.newBufferedReader(file)) {
        lines.load(reader);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadOptionException("The keys cannot be read from " + file + ": " + e.getMessage());
    }
    for (String name : lines.stringPropertyNames()) {
      keys.put(command(file, name), code(file, name, lines.getProperty(name)));
    }
    return new KeyBindings(keys);
  }

  private static Command command(Path file, String name) throws BadOptionException {
    for (Command command : Command.values()) {
      if (command.property().equalsIgnoreCase(name.strip())) {
        return command;
      }
    }
    throw new BadOptionException(
        file
            + " binds '"
            + name
            + "', which is not among forward, back, left, right, run, view, "
            + "talk, chat, take, decline, wave, pointer, help and debug.");
  }

  private static int code(Path file, String name, String key) throws BadOptionException {
    Integer code = CODES.get(key.strip().toUpperCase(Locale.ROOT));
    if (code == null) {
      throw new BadOptionException(
          file
              + " binds "
              + name
              + " to '"
              + key
              + "', which is no key; write W, UP, SPACE or F5.");
    }
    return code;
  }

  private void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    keys.forEach(
        (command, code) ->
            text.append(command.property()).append(" = ").append(name(code)).append('\n'));
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.writeString(file, text);
  }

  public int code(Command command) {
    Integer code = keys.get(command);
    if (code == null) {
      throw new IllegalStateException("no key for " + command);
    }
    return code;
  }

  /** The key's name as people write it. */
  public String key(Command command) {
    return name(code(command));
  }

  private static String name(int code) {
    return CODES.entrySet().stream()
        .filter(each -> each.getValue() == code)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("?");
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new TreeMap<>();
    for (Field field : KeyInput.class.getFields()) {
      boolean constant = Modifier.isStatic(field.getModifiers()) && field.getType() == int.class;
      if (constant && field.getName().startsWith("KEY_")) {
        try {
          codes.put(field.getName().substring("KEY_".length()), field.getInt(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(field + " of an interface is not public", e);
        }
      }
    }
    return Map.copyOf(codes);
  }
}
