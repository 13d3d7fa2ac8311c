package anima.brain.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Steps of training, on a very small model. */
final class TorchModelTest {
  private static final Workshop WORKSHOP = Workshop.open();
  private static final ModelShape SHAPE =
      new ModelShape(WORKSHOP.vocabulary().size(), 32, 1, 2, 1, 16, 64, 128);

  private static TrainingState train(TrainingState from, long to) throws IOException {
    Corpus corpus = WORKSHOP.corpus(WORKSHOP.book().training(), 1, 7);
    float loss = 0;
    try (TorchModel model = TorchModel.open(SHAPE, from)) {
      for (long step = from.step(); step < to; step++) {
        List<Example> examples =
            LongStream.range(step * 8, step * 8 + 8).mapToObj(corpus::example).toList();
        Batch batch = Batch.of(examples, WORKSHOP.vocabulary(), 0.5, 0.25f, new Random(step));
        loss = model.step(batch, 1e-2, step);
      }
      return model.state(to, 0, 0, loss);
    }
  }

  @Test
  void going_on_from_a_checkpoint_ends_where_going_straight_on_does() throws IOException {
    TrainingState fresh = TorchModel.fresh(SHAPE, 3);
    TrainingState straight = train(fresh, 6);
    TrainingState resumed = train(train(fresh, 3), 6);
    assertThat(resumed.loss()).isEqualTo(straight.loss());
    for (int i = 0; i < straight.weights().size(); i++) {
      assertThat(resumed.weights().get(i)).containsExactly(straight.weights().get(i));
    }
  }

  @Test
  void loss_falls() throws IOException {
    TrainingState fresh = TorchModel.fresh(SHAPE, 3);
    assertThat(train(fresh, 60).loss()).isLessThan(0.8 * train(fresh, 1).loss());
  }
}
