package anima.brain.bench.llamacpp;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/** {@code struct llama_batch}: tokens, each with its position and the sequence it belongs to. */
@FieldOrder({
  "count",
  "tokens",
  "embeddings",
  "positions",
  "sequenceCounts",
  "sequences",
  "outputs"
})
public class LlamaBatch extends Structure implements Structure.ByValue {
  public int count;
  public Pointer tokens;
  public @Nullable Pointer embeddings;
  public Pointer positions;
  public Pointer sequenceCounts;
  public Pointer sequences;
  public Pointer outputs;

  /** The ids to which {@link #sequences} points, kept alive as long as this. */
  private final Memory ids;

  /** An empty batch with room for so many tokens. */
  public LlamaBatch(int room) {
    tokens = new Memory(4L * room);
    positions = new Memory(4L * room);
    sequenceCounts = new Memory(4L * room);
    sequences = new Memory((long) Native.POINTER_SIZE * room);
    outputs = new Memory(room);
    ids = new Memory(4L * room);
    for (int i = 0; i < room; i++) {
      sequenceCounts.setInt(4L * i, 1);
      sequences.setPointer((long) Native.POINTER_SIZE * i, ids.share(4L * i));
    }
  }

  /** Forgets all tokens. */
  public void start() {
    count = 0;
  }

  /** Appends a token; with {@code output}, its logits are computed. */
  public void add(int token, int position, int sequence, boolean output) {
    tokens.setInt(4L * count, token);
    positions.setInt(4L * count, position);
    ids.setInt(4L * count, sequence);
    outputs.setByte(count, (byte) (output ? 1 : 0));
    count++;
  }
}
