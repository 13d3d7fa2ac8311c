package anima.sync.wire;

import anima.world.WorldEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The positions of one tick, by zone, each zone encoded at most once however many clients see it.
 * Owned by the room's thread.
 */
final class ZoneCache {
  private final Map<Zone, List<WorldEvent.Moved>> moved = new HashMap<>();
  private final Map<Zone, byte[]> encoded = new HashMap<>();

  void begin(List<WorldEvent> events) {
    moved.clear();
    encoded.clear();
    for (WorldEvent event : events) {
      if (event instanceof WorldEvent.Moved m) {
        moved.computeIfAbsent(Zone.of(m.body().position()), zone -> new ArrayList<>()).add(m);
      }
    }
  }

  byte[] zone(Zone zone) {
    return encoded.computeIfAbsent(zone, z -> encode(z, moved.getOrDefault(z, List.of())));
  }

  static byte[] encode(Zone zone, List<WorldEvent.Moved> bodies) {
    ByteBuf buf = Unpooled.buffer();
    ZoneFrame.writeZone(buf, zone, bodies);
    byte[] bytes = new byte[buf.readableBytes()];
    buf.readBytes(bytes);
    return bytes;
  }
}
