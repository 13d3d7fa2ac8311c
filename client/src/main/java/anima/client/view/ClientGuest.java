package anima.client.view;

import anima.world.WorldEvent;

/**
 * Another part of the program that lives with an open client, such as the voice. Called on the
 * render thread: only enqueue.
 */
public interface ClientGuest {
  /** Nobody else. */
  ClientGuest NONE =
      new ClientGuest() {
        @Override
        public void opened(ClientDoor door) {}

        @Override
        public void perceived(WorldEvent event) {}
      };

  /** The client is open and its first picture is drawn. */
  void opened(ClientDoor door);

  /** The body perceived something; in order, each once. */
  void perceived(WorldEvent event);
}
