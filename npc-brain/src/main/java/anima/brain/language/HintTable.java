package anima.brain.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A second opinion on the intent of an utterance: a linear model over its words, pairs and threes
 * of words. It has seen every wording as a whole where the language model has read it in order;
 * together they err less than either. Immutable.
 *
 * <p>File: the number {@link #MAGIC}, the counts of intents and buckets, then for each intent its
 * name, a scale, and a byte for each bucket; a weight is byte times scale.
 */
public final class HintTable {
  private static final int MAGIC = 0x414E4831;
  private static final int INTENTS_MAX = 1 << 10;
  private static final int BUCKETS_MAX = 1 << 20;
  private static final int BYTE_LARGEST = 127;

  private final List<String> intents;
  private final int buckets;
  private final byte[][] weights;
  private final float[] scales;

  private HintTable(List<String> intents, int buckets, byte[][] weights, float[] scales) {
    this.intents = List.copyOf(intents);
    this.buckets = buckets;
    this.weights = weights;
    this.scales = scales;
  }

  /**
   * A table of trained weights, rounded to bytes.
   *
   * @param weights a row for each intent, a column for each bucket
   */
  public static HintTable of(List<String> intents, float[][] weights) {
    byte[][] rounded = new byte[weights.length][];
    float[] scales = new float[weights.length];
    for (int row = 0; row < weights.length; row++) {
      float largest = 1e-9f;
      for (float weight : weights[row]) {
        largest = Math.max(largest, Math.abs(weight));
      }
      scales[row] = largest / BYTE_LARGEST;
      rounded[row] = new byte[weights[row].length];
      for (int i = 0; i < weights[row].length; i++) {
        rounded[row][i] = (byte) Math.round(weights[row][i] / scales[row]);
      }
    }
    return new HintTable(intents, weights[0].length, rounded, scales);
  }

  public static HintTable read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    try {
      int magic = in.readInt();
      int count = in.readInt();
      int buckets = in.readInt();
      boolean sane = count > 0 && count <= INTENTS_MAX && buckets > 0 && buckets <= BUCKETS_MAX;
      if (magic != MAGIC || !sane || Integer.bitCount(buckets) != 1) {
        throw new IOException("it is no table of hints; copy the model folder again");
      }
      List<String> intents = new ArrayList<>();
      byte[][] weights = new byte[count][buckets];
      float[] scales = new float[count];
      for (int row = 0; row < count; row++) {
        intents.add(in.readUTF());
        scales[row] = in.readFloat();
        in.readFully(weights[row]);
      }
      return new HintTable(intents, buckets, weights, scales);
    } catch (EOFException e) {
      throw new IOException("it is cut short; copy the model folder again", e);
    }
  }

  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(intents.size());
    out.writeInt(buckets);
    for (int row = 0; row < intents.size(); row++) {
      out.writeUTF(intents.get(row));
      out.writeFloat(scales[row]);
      out.write(weights[row]);
    }
    out.flush();
  }

  public List<String> intents() {
    return intents;
  }

  /** The logarithm of how likely each intent is, in the order of {@link #intents}. */
  public double[] logLikelihoods(List<Piece> pieces, String language) {
    int[] features = PhraseFeatures.of(pieces, language, buckets);
    double[] scores = new double[intents.size()];
    double norm = 1 / Math.sqrt(features.length);
    for (int row = 0; row < scores.length; row++) {
      long sum = 0;
      for (int feature : features) {
        sum += weights[row][feature];
      }
      scores[row] = sum * scales[row] * norm;
    }
    return normalized(scores);
  }

  static double[] normalized(double[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - largest);
    }
    double shift = largest + Math.log(sum);
    double[] logs = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      logs[i] = scores[i] - shift;
    }
    return logs;
  }
}
