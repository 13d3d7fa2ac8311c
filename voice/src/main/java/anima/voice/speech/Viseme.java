package anima.voice.speech;

/**
 * What a mouth looks like while a sound is made: the fifteen shapes that MPEG-4 and most avatars
 * share, named after a sound of each.
 */
public enum Viseme {
  /** Closed, at rest. */
  SILENCE,
  /** p b m */
  PP,
  /** f v */
  FF,
  /** th */
  TH,
  /** t d */
  DD,
  /** k g ng */
  KK,
  /** ch j sh */
  CH,
  /** s z */
  SS,
  /** n l */
  NN,
  /** r */
  RR,
  /** as in father */
  AA,
  /** as in bed */
  E,
  /** as in see */
  IH,
  /** as in law */
  OH,
  /** as in too, and w */
  OU
}
