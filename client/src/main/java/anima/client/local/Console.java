package anima.client.local;

import java.lang.reflect.Method;

/** Whether a person sits at the terminal. */
public final class Console {
  private Console() {}

  /**
   * Both input and output are a terminal. Since Java 22 there is a console without a terminal too,
   * which must be asked; the method is younger than the Java that this is compiled for.
   */
  @SuppressWarnings("SystemConsoleNull") // null before Java 22; asked by isTerminal since
  public static boolean isInteractive() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = java.io.Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException older) {
      return true;
    }
  }
}
