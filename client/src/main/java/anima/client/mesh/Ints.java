package anima.client.mesh;

import java.util.Arrays;

/** A growing array of vertex indices. */
final class Ints {
  private int[] values = new int[1024];
  private int size;

  void add(int a, int b, int c) {
    if (size + 3 > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    values[size++] = a;
    values[size++] = b;
    values[size++] = c;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
