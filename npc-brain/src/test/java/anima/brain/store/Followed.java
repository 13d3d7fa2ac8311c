package anima.brain.store;

import java.util.List;
import java.util.Optional;

/** Agrees, or not, and remembers what it was told. Owned by one test. */
final class Followed implements AddListener {
  Offer offer =
      new Offer(new ModelName("nobody", "nothing", Optional.empty()), "", "", "", List.of());
  boolean agrees = true;
  long done;

  @Override
  public boolean agrees(Offer made) {
    offer = made;
    return agrees;
  }

  @Override
  public void progress(long doneBytes, long totalBytes) {
    done = doneBytes;
  }
}
