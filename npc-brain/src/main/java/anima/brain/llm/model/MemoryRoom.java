package anima.brain.llm.model;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory that is left.
 *
 * @param javaBytes what direct buffers may still take
 * @param machineBytes what programs may still take without swapping
 */
public record MemoryRoom(long javaBytes, long machineBytes) {
  private static final Path LINUX = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB.*");

  /** Measures what is left at this moment. */
  public static MemoryRoom now() {
    return new MemoryRoom(javaBytesMax() - javaBytesUsed(), machineBytesLeft());
  }

  /** Without the option, Java allows direct buffers as much as the heap. */
  private static long javaBytesMax() {
    HotSpotDiagnosticMXBean java =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    long option = Long.parseLong(java.getVMOption("MaxDirectMemorySize").getValue());
    return option == 0 ? Runtime.getRuntime().maxMemory() : option;
  }

  private static long javaBytesUsed() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  /**
   * Linux tells what is free or can be freed, other systems only what is free: there the caches of
   * files count as used, so that the whole memory is taken as the limit. A container's limit counts
   * everywhere.
   */
  private static long machineBytesLeft() {
    long all =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.min(all, linuxBytesAvailable().orElse(all));
  }

  private static OptionalLong linuxBytesAvailable() {
    if (!Files.isReadable(LINUX)) {
      return OptionalLong.empty();
    }
    try {
      for (String line : Files.readAllLines(LINUX)) {
        Matcher available = AVAILABLE.matcher(line);
        if (available.matches()) {
          return OptionalLong.of(1024 * Long.parseLong(available.group(1)));
        }
      }
    } catch (IOException e) {
      // Then the memory of the machine is the limit.
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
