package anima.brain.llm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One decode step of several sequences in as few runs of the graph as their slots allow: the
 * weights, whose reading takes most of the time, are read once for all of them. Owned by one
 * thread, which also owns the sessions.
 */
final class LlmBatch {
  /**
   * Unused slots between two sequences that are computed for nothing rather than running twice:
   * reading the weights once more takes about as long as so many rows.
   */
  private static final int HOLE_SLOTS_MAX = 3;

  private final Llm llm;
  private final RunMemory memory;

  LlmBatch(Llm llm, RunMemory memory) {
    this.llm = llm;
    this.memory = memory;
  }

  /** Appends one token to each session; each then holds its logits. */
  void decode(List<LlmSession> sessions, int... ids) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      rows.add(new Row(sessions.get(i), ids[i]));
    }
    rows.sort(Comparator.comparingInt(row -> row.session.slot()));
    int begin = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || !joined(rows.get(i - 1), rows.get(i))) {
        run(rows.subList(begin, i));
        begin = i;
      }
    }
  }

  /** Whether both go into one run; borrows the hole between them if so. */
  private boolean joined(Row left, Row right) {
    int from = left.session.slot() + 1;
    int to = right.session.slot();
    return to == from || (to - from <= HOLE_SLOTS_MAX && llm.slots().borrow(from, to));
  }

  private void run(List<Row> rows) {
    int first = rows.get(0).session.slot();
    int count = rows.get(rows.size() - 1).session.slot() + 1 - first;
    KvView view = llm.backend().kv().view(new SlotRange(first, count));
    try (RunTensors run = new RunTensors(llm, view, memory, count, 1, 1)) {
      fill(run, rows, first, count);
      run.run(llm.backend(), longest(rows));
      for (Row row : rows) {
        run.readLogits(row.session.slot() - first, row.session.logits());
        row.session.appended(row.id);
      }
    } finally {
      giveBackHoles(rows);
    }
  }

  /** A hole gets any token, as the first of its empty slot. */
  private void fill(RunTensors run, List<Row> rows, int first, int count) {
    int next = 0;
    int[] one = new int[1];
    for (int i = 0; i < count; i++) {
      Row row = rows.get(next);
      boolean hole = row.session.slot() != first + i;
      one[0] = hole ? 0 : row.id;
      row.session.embedding().read(one, 0, 1, run.hidden(), i);
      run.length(i, hole ? 1 : row.session.position() + 1);
      next += hole ? 0 : 1;
    }
  }

  private static int longest(List<Row> rows) {
    return rows.stream().mapToInt(row -> row.session.position() + 1).max().orElseThrow();
  }

  private void giveBackHoles(List<Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      int from = rows.get(i - 1).session.slot() + 1;
      int to = rows.get(i).session.slot();
      if (to > from) {
        llm.slots().giveBack(from, to);
      }
    }
  }

  private record Row(LlmSession session, int id) {}
}
