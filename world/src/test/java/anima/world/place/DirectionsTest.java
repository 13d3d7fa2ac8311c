package anima.world.place;

import static org.assertj.core.api.Assertions.assertThat;

import anima.world.Language;
import anima.world.Vec3;
import org.junit.jupiter.api.Test;

class DirectionsTest {
  private static final Place HAVEN = Haven.place();

  @Test
  void the_way_is_told_by_road_wind_landmark_and_steps() {
    check(
        "harbour",
        "down the road to the south, past the well, about 90 steps",
        "沿着路往南走，经过水井，大约九十步");
    check("mill", "down the road to the north-west, about 110 steps", "沿着路往西北走，大约一百一十步");
    check(
        "beach",
        "down the road to the south-west, past the bell, about 140 steps",
        "沿着路往西南走，经过大钟，大约一百四十步");
    check("square", "right here", "就在这里");
  }

  private static void check(String goal, String english, String chinese) {
    Landmark mark = HAVEN.landmark(goal).orElseThrow();
    Vec3 from = HAVEN.arrival();
    assertThat(Directions.to(HAVEN, from, mark, Language.EN)).isEqualTo(english);
    assertThat(Directions.to(HAVEN, from, mark, Language.ZH)).isEqualTo(chinese);
  }

  @Test
  void winds_follow_the_frame_of_the_world() {
    assertThat(Directions.wind(Vec3.ZERO, new Vec3(1, 0, 0)).en()).isEqualTo("east");
    assertThat(Directions.wind(Vec3.ZERO, new Vec3(0, 0, -1)).en()).isEqualTo("north");
    assertThat(Directions.wind(Vec3.ZERO, new Vec3(-1, 0, 1)).zh()).isEqualTo("西南");
    assertThat(Directions.wind(Vec3.ZERO, new Vec3(-1, 0, 0.1)).en()).isEqualTo("west");
  }

  @Test
  void numbers_are_spoken_as_in_chinese() {
    assertThat(ChineseNumber.of(10)).isEqualTo("十");
    assertThat(ChineseNumber.of(15)).isEqualTo("十五");
    assertThat(ChineseNumber.of(60)).isEqualTo("六十");
    assertThat(ChineseNumber.of(105)).isEqualTo("一百零五");
    assertThat(ChineseNumber.of(110)).isEqualTo("一百一十");
    assertThat(ChineseNumber.of(250)).isEqualTo("二百五十");
    assertThat(ChineseNumber.of(3005)).isEqualTo("三千零五");
  }
}
