package anima.brain.llm.gguf;

import anima.brain.llm.model.MappedRows;
import anima.brain.llm.model.Matrix;
import java.nio.ByteBuffer;

/** A matrix of blocks with few bits a weight, in mapped memory. Immutable; any thread. */
final class BlockMatrix extends Matrix {
  private final MappedRows bytes;
  private final GgufType type;
  private final BlockDecoder decoder;

  BlockMatrix(MappedRows bytes, GgufType type, int rows, int columns) {
    super(rows, columns, type.form);
    this.bytes = bytes;
    this.type = type;
    this.decoder = BlockDecoder.of(type);
  }

  @Override
  public void readFloats(int row, float[] into) {
    ByteBuffer buffer = bytes.buffer(row);
    int at = bytes.begin(row);
    for (int i = 0; i < columns; i += type.blockWeights) {
      decoder.decode(buffer, at, into, i);
      at += type.blockBytes;
    }
  }

  @Override
  public void readBlocks(int row, byte[] codes, float[] scales) {
    ByteBuffer buffer = bytes.buffer(row);
    int at = bytes.begin(row);
    for (int block = 0; block < columns / BLOCK; block++) {
      scales[block] = BlockDecoder.half(buffer, at);
      int begin = block * BLOCK;
      switch (type) {
        case Q8_0 -> buffer.get(at + 2, codes, begin, BLOCK);
        case Q5_0 -> {
          for (int i = 0; i < BLOCK; i++) {
            codes[begin + i] = (byte) (BlockDecoder.fiveBits(buffer, at + 2, i) - 16);
          }
        }
        case Q4_0 -> {
          for (int i = 0; i < BLOCK / 2; i++) {
            int pair = buffer.get(at + 2 + i);
            codes[begin + i] = (byte) ((pair & 15) - 8);
            codes[begin + i + BLOCK / 2] = (byte) (((pair >> 4) & 15) - 8);
          }
        }
        default -> throw new UnsupportedOperationException("rows are " + type);
      }
      at += type.blockBytes;
    }
  }
}
