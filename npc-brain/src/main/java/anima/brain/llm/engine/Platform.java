package anima.brain.llm.engine;

import java.util.Locale;

/**
 * The kind of machine that native libraries are made for, in the words of the runtime's own jar.
 *
 * @param system {@code linux}, {@code win}, {@code osx}, or what Java says of another one
 * @param processor {@code x64}, {@code aarch64}, or what Java says of another one
 */
record Platform(String system, String processor) {
  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static Platform of(String name, String architecture) {
    String os = name.toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("mac") ? "osx" : os.startsWith("win") ? "win" : os.replace(' ', '-');
    String arch = architecture.toLowerCase(Locale.ROOT);
    boolean x64 = arch.equals("amd64") || arch.equals("x86_64");
    boolean arm64 = arch.equals("aarch64") || arch.equals("arm64");
    return new Platform(system, x64 ? "x64" : arm64 ? "aarch64" : arch);
  }

  boolean isWindows() {
    return system.equals("win");
  }

  boolean isLinux() {
    return system.equals("linux");
  }

  /** Where the jar of the runtime holds the libraries of this platform. */
  String resourceFolder() {
    return "/ai/onnxruntime/native/" + this + "/";
  }

  /** What a library's file is called here. */
  String library(String name) {
    return isWindows() ? name + ".dll" : "lib" + name + (system.equals("osx") ? ".dylib" : ".so");
  }

  @Override
  public String toString() {
    return system + "-" + processor;
  }
}
