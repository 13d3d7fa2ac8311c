package anima.sync.wire;

import anima.sync.wire.proto.Body;
import anima.sync.wire.proto.Doing;
import anima.sync.wire.proto.Looks;
import anima.sync.wire.proto.Named;
import anima.sync.wire.proto.Vec;
import anima.world.Activity;
import anima.world.Component;
import anima.world.EntityId;
import anima.world.Label;
import anima.world.Vec3;
import java.util.Optional;

/**
 * The values that actions and events share. Records check what they are given, so a decoder may
 * throw {@link IllegalArgumentException}; the message codecs turn it into a {@link WireFault}.
 */
final class ValueWire {
  private ValueWire() {}

  static Vec encode(Vec3 v) {
    return Vec.newBuilder().setX(v.x()).setY(v.y()).setZ(v.z()).build();
  }

  static Vec3 decode(Vec v) {
    return new Vec3(v.getX(), v.getY(), v.getZ());
  }

  static Named encode(Label label) {
    return Named.newBuilder().setEn(label.en()).setZh(label.zh()).build();
  }

  static Label decode(Named named) {
    return new Label(named.getEn(), named.getZh());
  }

  static Looks encode(Component.Looks looks) {
    return Looks.newBuilder()
        .setSkinRgb(looks.skinRgb())
        .setHairRgb(looks.hairRgb())
        .setClothRgb(looks.clothRgb())
        .setTrimRgb(looks.trimRgb())
        .setHeightMeters(looks.heightMeters())
        .build();
  }

  static Component.Looks decode(Looks looks) {
    return new Component.Looks(
        looks.getSkinRgb(),
        looks.getHairRgb(),
        looks.getClothRgb(),
        looks.getTrimRgb(),
        looks.getHeightMeters());
  }

  static Body encode(Component.Body body) {
    return Body.newBuilder()
        .setPosition(encode(body.position()))
        .setYawRadians(body.yawRadians())
        .setVelocity(encode(body.velocity()))
        .build();
  }

  static Component.Body decode(Body body) {
    return new Component.Body(
        decode(body.getPosition()), body.getYawRadians(), decode(body.getVelocity()));
  }

  static Doing encode(Activity activity) {
    Doing.Builder doing = Doing.newBuilder().setKind(activity.kind().name());
    doing.setOther(encode(activity.other()));
    activity.goal().ifPresent(goal -> doing.setGoal(encode(goal)));
    return doing.build();
  }

  static Activity decode(Doing doing) {
    return new Activity(
        Activity.Kind.valueOf(doing.getKind()),
        decodeOptional(doing.getOther()),
        doing.hasGoal() ? Optional.of(decode(doing.getGoal())) : Optional.empty());
  }

  static long encode(Optional<EntityId> id) {
    return id.map(EntityId::value).orElse(0L);
  }

  static Optional<EntityId> decodeOptional(long id) {
    return id == 0 ? Optional.empty() : Optional.of(new EntityId(id));
  }
}
