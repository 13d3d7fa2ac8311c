package anima.client.view;

import anima.world.Action;
import anima.world.Component;
import anima.world.EntityId;
import anima.world.Label;
import anima.world.Language;
import anima.world.Loudness;
import anima.world.World;
import anima.world.WorldEvent;
import anima.world.nav.Ground;
import anima.world.place.PlaceReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real window on a real world for {@link ClientPictureTest}, in a program of its own because a
 * program cannot change its display. Reads orders line by line ({@code say TEXT}, {@code picture
 * FILE}, {@code close}) and prints what happens.
 *
 * <p>Arguments: place file, width, height.
 */
final class PictureMain {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private PictureMain() {}

  public static void main(String[] arguments) throws Exception {
    new PictureMain().run(arguments);
  }

  private void run(String[] arguments) throws Exception {
    String json = Files.readString(Path.of(arguments[0]));
    World world = World.begin(new Ground(PlaceReader.read(arguments[0], json)), 1);
    EntityId self = world.freeId();
    LocalSession session = new LocalSession(world, self, out::println);
    session.stage(
        new Action.Arrive(
            self,
            Label.same("Robin"),
            new Component.Looks(0xE0B090, 0x6A4028, 0x3F6E5A, 0xD8B060, 1.76)));
    EntityId mira = world.inhabitant("mira").orElseThrow();
    ClientOptions options =
        ClientOptions.window(Language.ZH)
            .withPreset(Preset.LOW)
            .withSize(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    ClientOutcome outcome =
        Client.run(session, options, new Guest(session, self, mira), nanos -> {});
    out.println("OUTCOME " + outcome);
    System.exit(outcome.failure().isPresent() ? 1 : 0);
  }

  /** Passes orders from standard input on to the open client. */
  private final class Guest implements ClientGuest {
    private final LocalSession session;
    private final EntityId self;
    private final EntityId speaker;

    Guest(LocalSession session, EntityId self, EntityId speaker) {
      this.session = session;
      this.self = self;
      this.speaker = speaker;
    }

    @Override
    public void opened(ClientDoor door) {
      out.println("OPENED");
      Thread orders = new Thread(() -> obey(door), "orders");
      orders.setDaemon(true);
      orders.start();
    }

    @Override
    public void perceived(WorldEvent event) {
      if (event instanceof WorldEvent.Said said) {
        out.println("HEARD " + said.text());
      }
    }

    private void obey(ClientDoor door) {
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith("say ")) {
            session.stage(
                new Action.Say(speaker, line.substring(4), Loudness.NORMAL, Optional.of(self)));
          } else if (line.startsWith("picture ")) {
            door.screenshot(Path.of(line.substring(8)), fault -> out.println("PICTURE " + fault));
          } else {
            door.close();
          }
        }
      } catch (IOException e) {
        out.println("ORDERS " + e.getMessage());
      }
    }
  }
}
