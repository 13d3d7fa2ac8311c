package anima.brain.llm.model;

/**
 * The heads of a layer's attention.
 *
 * @param heads query heads
 * @param keyHeads heads of keys and values, each shared by equally many query heads
 * @param headSize width of a head; even
 */
public record AttentionShape(int heads, int keyHeads, int headSize) {
  public AttentionShape {
    if (keyHeads < 1 || heads % keyHeads != 0) {
      throw new IllegalArgumentException(heads + " heads cannot share " + keyHeads + " key heads");
    }
    if (headSize < 2 || headSize % 2 != 0) {
      throw new IllegalArgumentException("a head is " + headSize + " wide");
    }
  }

  public int queryWidth() {
    return heads * headSize;
  }

  public int keyWidth() {
    return keyHeads * headSize;
  }
}
