package anima.world;

/** What a body can express without words. */
public enum Gesture {
  WAVE,
  BOW,
  NOD,
  SHAKE_HEAD,
  CLAP,
  DANCE,
  SIT,
  STAND,
  JUMP,
  SMILE,
  LAUGH,
  CRY,
  SHRUG,
  SALUTE,
  THINK
}
