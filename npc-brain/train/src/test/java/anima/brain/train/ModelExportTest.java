package anima.brain.train;

import static org.assertj.core.api.Assertions.assertThat;

import anima.brain.embedded.EmbeddedModel;
import anima.brain.embedded.OwnedDecider;
import anima.brain.language.Decision;
import anima.brain.language.HintTable;
import anima.world.Language;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported runs. */
final class ModelExportTest {
  @Test
  void even_an_untrained_model_decides_something(@TempDir Path folder) throws Exception {
    Workshop workshop = Workshop.open();
    ModelShape shape = ModelShape.embedded(workshop.vocabulary().size());
    Corpus corpus = workshop.corpus(workshop.book().training(), 1, 7);
    HintTable hints = new HintTraining(workshop.catalogue()).train(corpus, 200, line -> {});
    ModelExport export = new ModelExport(folder, shape, workshop.vocabulary());
    export.write(TorchModel.fresh(shape, 1).weights(), hints);
    try (EmbeddedModel model = EmbeddedModel.open(folder, 1);
        OwnedDecider decider = model.newDecider()) {
      Decision decision =
          decider.decide(
              CaseWorld.situation(Language.EN, "where is the mill", Optional.empty()),
              1,
              () -> false);
      assertThat(decision.steps()).isNotEmpty();
      assertThat(decision.say()).isNotBlank();
    }
  }
}
