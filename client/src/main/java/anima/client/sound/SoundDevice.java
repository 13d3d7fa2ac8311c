package anima.client.sound;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openal.ALC10;

/** Whether this machine can be heard. */
public final class SoundDevice {
  private SoundDevice() {}

  /** Opens and closes the usual device; the engine fails in a worse way where there is none. */
  public static boolean isPresent() {
    try {
      long device = ALC10.alcOpenDevice((@Nullable ByteBuffer) null);
      return device != 0 && ALC10.alcCloseDevice(device);
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }
}
