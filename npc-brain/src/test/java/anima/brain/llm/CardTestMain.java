package anima.brain.llm;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The process that runs tests of the model on a graphics card; prints how it went. */
final class CardTestMain {
  private static final int TRACE_LINES_MAX = 8;

  private CardTestMain() {}

  public static void main(String[] arguments) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                DiscoverySelectors.selectClass(LlmTest.class),
                DiscoverySelectors.selectClass(LlmSessionTest.class),
                DiscoverySelectors.selectClass(CardOnlyTest.class))
            .filters(TagFilter.includeTags(TestDevice.CARD))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    summary.printFailuresTo(out, TRACE_LINES_MAX);
    out.printf(
        "%d succeeded, %d failed%n",
        summary.getTestsSucceededCount(), summary.getTestsFailedCount());
    Runtime.getRuntime().halt(summary.getTestsFailedCount() == 0 ? 0 : 1);
  }
}
