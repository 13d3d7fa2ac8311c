package anima.sync.wire;

import anima.world.Component;
import anima.world.EntityId;
import anima.world.Vec3;
import anima.world.WorldEvent;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Positions as bytes. A frame is: kind (1 byte), tick (varint), then zones until the end. A zone
 * is: x, z (2 bytes each, signed), count (varint), then bodies in order of their ids. A body is:
 * its id less the one before it (varint), x and z from the zone's corner (2 bytes each, 32 m /
 * 65536), y (2 bytes, signed, cm), yaw (2 bytes, a turn / 65536), velocity x, y, z (1 byte each,
 * signed, 0.1 m/s): 12 bytes for most. All is relative to the zone alone, so any frame may be lost.
 */
final class ZoneFrame {
  private static final double STEPS = 65536;
  private static final double Y_METERS_STEP = 0.01;
  private static final double SPEED_STEP = 0.1;
  private static final int BODY_BYTES_MIN = 12;

  private ZoneFrame() {}

  static void writeHead(ByteBuf out, long tick) {
    out.writeByte(Protocol.KIND_ZONES);
    writeVarint(out, tick);
  }

  static void writeZone(ByteBuf out, Zone zone, List<WorldEvent.Moved> bodies) {
    out.writeShort(zone.x());
    out.writeShort(zone.z());
    writeVarint(out, bodies.size());
    long lastId = 0;
    List<WorldEvent.Moved> ordered = new ArrayList<>(bodies);
    ordered.sort(Comparator.comparing(WorldEvent.Moved::entity));
    for (WorldEvent.Moved moved : ordered) {
      writeVarint(out, moved.entity().value() - lastId);
      lastId = moved.entity().value();
      writeBody(out, zone, moved.body());
    }
  }

  private static void writeBody(ByteBuf out, Zone zone, Component.Body body) {
    out.writeShort(step(body.position().x() - zone.cornerX()));
    out.writeShort(step(body.position().z() - zone.cornerZ()));
    out.writeShort(clamp(body.position().y() / Y_METERS_STEP, Short.MIN_VALUE, Short.MAX_VALUE));
    out.writeShort((int) Math.round(body.yawRadians() / (2 * Math.PI) * STEPS));
    out.writeByte(speed(body.velocity().x()));
    out.writeByte(speed(body.velocity().y()));
    out.writeByte(speed(body.velocity().z()));
  }

  /**
   * Reads what follows the kind byte.
   *
   * @throws WireFault if the bytes are not such a frame
   */
  static List<WorldEvent.Moved> read(ByteBuf in) throws WireFault {
    try {
      long tick = readVarint(in);
      List<WorldEvent.Moved> all = new ArrayList<>();
      while (in.isReadable()) {
        readZone(in, tick, all);
      }
      return all;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new WireFault("A frame of positions is damaged.", e);
    }
  }

  private static void readZone(ByteBuf in, long tick, List<WorldEvent.Moved> all) throws WireFault {
    Zone zone = new Zone(in.readShort(), in.readShort());
    long count = readVarint(in);
    if (count < 0 || count > in.readableBytes() / BODY_BYTES_MIN) {
      throw new WireFault("A frame of positions promises more than it holds.");
    }
    long id = 0;
    for (long i = 0; i < count; i++) {
      id += readVarint(in);
      all.add(new WorldEvent.Moved(tick, new EntityId(id), readBody(in, zone)));
    }
  }

  private static Component.Body readBody(ByteBuf in, Zone zone) {
    double x = zone.cornerX() + in.readUnsignedShort() / STEPS * Zone.SIZE_METERS;
    double z = zone.cornerZ() + in.readUnsignedShort() / STEPS * Zone.SIZE_METERS;
    double y = in.readShort() * Y_METERS_STEP;
    double yaw = in.readShort() / STEPS * 2 * Math.PI;
    Vec3 velocity =
        new Vec3(
            in.readByte() * SPEED_STEP, in.readByte() * SPEED_STEP, in.readByte() * SPEED_STEP);
    return new Component.Body(new Vec3(x, y, z), yaw, velocity);
  }

  private static int step(double metersFromCorner) {
    return clamp(metersFromCorner / Zone.SIZE_METERS * STEPS, 0, (int) STEPS - 1);
  }

  private static int speed(double metersPerSecond) {
    return clamp(metersPerSecond / SPEED_STEP, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  private static int clamp(double value, int min, int max) {
    return (int) Math.max(min, Math.min(max, Math.round(value)));
  }

  private static void writeVarint(ByteBuf out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readVarint(ByteBuf in) throws WireFault {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.readByte();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new WireFault("A number in a frame of positions does not end.");
  }
}
