package anima.world;

/** Numbers of the rules that all bodies obey: metres, metres per second, ticks, pieces. */
public final class Limits {
  /** Ticks of the world in a second. */
  public static final int TICKS_PER_SECOND = 20;

  public static final double TICK_SECONDS = 1.0 / TICKS_PER_SECOND;

  /** Nobody moves faster over the ground. */
  public static final double SPEED_MAX = 6;

  /** Pace of those who go somewhere by themselves. */
  public static final double GO_SPEED = 2.2;

  /** Whom one can follow or lead must be this near when it begins. */
  public static final double COMPANY_METERS_MAX = 60;

  /** Those who follow stop this far behind, and set off when the gap is wider than the second. */
  public static final double FOLLOW_METERS = 2;

  public static final double FOLLOW_START_METERS = 2.8;

  /** Those who lead wait when the other is further behind, until the other is near again. */
  public static final double LEAD_METERS_MAX = 6;

  public static final double LEAD_RESUME_METERS = 5;

  /** Things and hands within this can be touched. */
  public static final double REACH_METERS = 3;

  /** How far from a goal the walkable point nearest to it may be. */
  public static final double GOAL_METERS_MAX = 5;

  /** Points further than this from the origin are refused, for they mean nothing. */
  public static final double COORDINATE_MAX = 10_000;

  public static final int TRADE_COUNT_MAX = 1000;
  public static final long TRADE_COINS_MAX = 1_000_000_000;

  /** An offer stands for half a minute. */
  public static final int OFFER_TICKS = 30 * TICKS_PER_SECOND;

  /** Offers that one body can have standing. */
  public static final int OFFERS_MAX = 16;

  /** Actions of one body in one tick; further ones are refused. */
  public static final int ACTIONS_PER_TICK_MAX = 8;

  /** Coins that a visitor brings along, the only way in which money enters the world. */
  public static final long ARRIVAL_COINS = 40;

  private Limits() {}
}
