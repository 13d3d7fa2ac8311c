package anima.client.local;

import anima.brain.host.SessionException;
import anima.brain.host.SessionSource;
import anima.sync.room.EmbodyRequest;
import anima.sync.room.InhabitantInfo;
import anima.sync.room.JoinRequest;
import anima.sync.wire.Client;
import anima.sync.wire.ConnectException;
import anima.sync.wire.NetworkSession;
import anima.sync.wire.ServerAddress;
import anima.world.Session;
import java.nio.file.Path;
import java.util.List;

/** A world at a server, as a visitor or as the host of its minds. Any thread. */
public final class RemoteWorld implements AutoCloseable {
  private final Client client;
  private final ServerAddress address;
  private final Path folder;

  private RemoteWorld(Client client, ServerAddress address, Path folder) {
    this.client = client;
    this.address = address;
    this.folder = folder;
  }

  /**
   * Names a server; nothing is sent yet.
   *
   * @param folder where its certificate and one's own tokens are kept
   */
  public static RemoteWorld at(String address, Path folder) throws FailureException {
    try {
      ServerAddress parsed = ServerAddress.parse(address);
      return new RemoteWorld(new Client(folder.resolve("known-hosts")), parsed, folder);
    } catch (ConnectException wrong) {
      throw FailureException.of(wrong);
    }
  }

  /** Comes in as a visitor: the same one as before under the same name. */
  public Session join(String name) throws FailureException {
    TokenFile tokens = new TokenFile(folder.resolve("servers"), address + " " + name);
    try {
      NetworkSession session =
          client.join(address, new JoinRequest(name, Looks.of(name), tokens.read()));
      session.token().ifPresent(tokens::write);
      return session;
    } catch (ConnectException failure) {
      throw FailureException.of(failure);
    }
  }

  /** Those who live there, as bodies for minds on this machine. */
  public SessionSource inhabitants(String hostName, String hostKey) {
    return new SessionSource() {
      @Override
      public List<String> inhabitants() {
        try {
          return client.inhabitants(address).stream().map(InhabitantInfo::key).toList();
        } catch (ConnectException unreachable) {
          return List.of();
        }
      }

      @Override
      public Session open(String inhabitant) throws SessionException {
        try {
          InhabitantInfo info =
              client.inhabitants(address).stream()
                  .filter(one -> one.key().equals(inhabitant))
                  .findFirst()
                  .orElseThrow(
                      () -> new SessionException("Nobody called " + inhabitant + " lives there."));
          return client.embody(address, new EmbodyRequest(info.id(), hostName, 0), hostKey);
        } catch (ConnectException refused) {
          throw new SessionException(String.valueOf(refused.getMessage()));
        }
      }
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
