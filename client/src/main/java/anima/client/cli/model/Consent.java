package anima.client.cli.model;

import anima.client.local.Console;
import anima.client.local.FailureException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Asks a person before something large or final is done. */
final class Consent {
  @Option(
      names = {"-y", "--yes"},
      description = {"Do not ask.", "不询问。"})
  private boolean yes;

  /** To be called before anything begins: a script cannot be asked later. */
  void checkPossible(Words words) throws FailureException {
    if (!yes && !Console.isInteractive()) {
      throw new FailureException(
          words.say(
              "Nobody sits here to be asked; say --yes if you agree.", "这里没有人可以询问；同意请加 --yes。"));
    }
  }

  boolean given(String question) {
    if (yes) {
      return true;
    }
    System.out.print(question + " [y/N] ");
    System.out.flush();
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line != null && line.strip().toLowerCase(Locale.ROOT).matches("y|yes|是|好");
    } catch (IOException e) {
      return false;
    }
  }
}
