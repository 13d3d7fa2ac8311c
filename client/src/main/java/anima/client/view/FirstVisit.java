package anima.client.view;

import anima.client.hud.Texts;
import anima.client.hud.ToastState;
import anima.client.input.Command;
import anima.client.input.KeyBindings;
import anima.world.place.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Greets a person who has not been in a place before, and remembers that they were. */
final class FirstVisit {
  private FirstVisit() {}

  static void greet(
      Optional<Path> settings, ToastState toasts, Texts texts, Place place, KeyBindings keys) {
    Optional<Path> mark = settings.map(folder -> folder.resolve("visited-" + place.id()));
    if (mark.map(Files::exists).orElse(false)) {
      return;
    }
    toasts.show(
        texts.of(
            "welcome",
            place.name().in(texts.language()),
            keys.key(Command.FORWARD),
            keys.key(Command.LEFT),
            keys.key(Command.BACK),
            keys.key(Command.RIGHT),
            keys.key(Command.TALK),
            keys.key(Command.HELP)));
    mark.ifPresent(file -> remember(file, toasts));
  }

  private static void remember(Path file, ToastState toasts) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, "");
    } catch (IOException e) {
      toasts.show("The settings cannot be written to " + file + ": " + e.getMessage());
    }
  }
}
