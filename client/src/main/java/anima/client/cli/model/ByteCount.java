package anima.client.cli.model;

import java.util.Locale;

/** Numbers as people read them. */
final class ByteCount {
  private static final double THOUSAND = 1000;

  private ByteCount() {}

  /** Such as {@code 988.1 MB}; decimal units, as disks and networks count. */
  static String of(long bytes) {
    return scaled(bytes, " B", " kB", " MB", " GB", " TB");
  }

  /** Such as {@code 494.0M}. */
  static String parameters(long count) {
    return scaled(count, "", "K", "M", "B", "T");
  }

  private static String scaled(long number, String... units) {
    double left = (double) number;
    int unit = 0;
    while (left >= THOUSAND && unit + 1 < units.length) {
      left /= THOUSAND;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f%s" : "%.1f%s", left, units[unit]);
  }
}
