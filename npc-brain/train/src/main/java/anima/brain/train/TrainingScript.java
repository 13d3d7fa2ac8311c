package anima.brain.train;

/**
 * TorchScript of a model in training. The parameters are one list: embedding, last norm, then for
 * each layer norm, queries-keys-values, output, norm, gate-up, down. One call of {@code forward} is
 * a whole step: loss, gradients, clipping by norm, AdamW.
 */
final class TrainingScript {
  /** Name of the class in the script. */
  static final String CLASS = "T";

  static final double BETA1 = 0.9;
  static final double BETA2 = 0.98;
  static final double WEIGHT_DECAY = 0.1;
  static final double DROPOUT = 0.1;

  private static final String HEAD =
      """
      class T(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        p : List[Tensor]
        m : List[Tensor]
        v : List[Tensor]
        st : List[Tensor]
        rope : List[Tensor]
        def setup(self: __torch__.T, p: List[Tensor], m: List[Tensor], v: List[Tensor], st: List[Tensor], rope: List[Tensor]) -> int:
          self.p = p
          self.m = m
          self.v = v
          self.st = st
          self.rope = rope
          return len(p)
      """;

  private static final String STATES =
      """
        def states(self: __torch__.T, x0: Tensor, idx: Tensor) -> Tensor:
          p = self.p
          x = torch.dropout(torch.embedding(p[0], x0), $DROP, True)
          B = x0.size(0)
          T = x0.size(1)
          co = torch.slice(self.rope[0], 0, 0, T)
          si = torch.slice(self.rope[1], 0, 0, T)
          for l in range($LAYERS):
            i = 2 + l * 6
            qkv = torch.linear(torch.rms_norm(x, [$DIM], p[i], 1e-5), p[i + 1])
            qk = torch.view(torch.slice(qkv, 2, 0, $QK), [B, T, $QKHEADS, $HD])
            v = torch.view(torch.slice(qkv, 2, $QK, $QKV), [B, T, $KV, $HD])
            r = torch.cat([torch.neg(torch.slice(qk, 3, $HALF, $HD)), torch.slice(qk, 3, 0, $HALF)], 3)
            qk = torch.add(torch.mul(qk, co), torch.mul(r, si))
            Q = torch.transpose(torch.slice(qk, 2, 0, $HEADS), 1, 2)
            K = torch.transpose(torch.slice(qk, 2, $HEADS, $QKHEADS), 1, 2)
            V = torch.transpose(v, 1, 2)
            O = torch.scaled_dot_product_attention(Q, torch.repeat_interleave(K, $REP, 1), torch.repeat_interleave(V, $REP, 1), None, 0., True)
            o = torch.linear(torch.reshape(torch.transpose(O, 1, 2), [B, T, $Q]), p[i + 2])
            x = torch.add(x, torch.dropout(o, $DROP, True))
            gu = torch.linear(torch.rms_norm(x, [$DIM], p[i + 3], 1e-5), p[i + 4])
            d = torch.linear(torch.mul(torch.silu(torch.slice(gu, 2, 0, $HID)), torch.slice(gu, 2, $HID, $TWOHID)), p[i + 5])
            x = torch.add(x, torch.dropout(d, $DROP, True))
          x = torch.index_select(torch.reshape(x, [-1, $DIM]), 0, idx)
          return torch.linear(torch.rms_norm(x, [$DIM], p[1], 1e-5), p[0])
      """;

  private static final String STEP =
      """
        def forward(self: __torch__.T, x0: Tensor, idx: Tensor, y: Tensor, w: Tensor, lr: Tensor) -> Tensor:
          l = torch.neg(torch.squeeze(torch.gather(torch.log_softmax(self.states(x0, idx), -1), 1, torch.unsqueeze(y, 1)), 1))
          loss = torch.div(torch.sum(torch.mul(l, w)), torch.sum(torch.ge(w, 1.)))
          gs = annotate(List[Tensor], [])
          for g in torch.grad([loss], self.p):
            gs.append(torch.contiguous(unchecked_cast(Tensor, g)))
          tot = torch.zeros([], dtype=6)
          for g in gs:
            tot = torch.add(tot, torch.sum(torch.mul(g, g)))
          sc = torch.clamp(torch.reciprocal(torch.add(torch.sqrt(tot), 1e-6)), None, 1.)
          for g in gs:
            _b = torch.mul_(g, sc)
          ps = annotate(List[Tensor], [])
          for t in self.p:
            ps.append(torch.detach(t))
          for s in self.st:
            _a = torch.add_(s, 1)
          torch._fused_adamw_(ps, gs, self.m, self.v, annotate(List[Tensor], []), self.st, lr=float(lr), beta1=$BETA1, beta2=$BETA2, weight_decay=$DECAY, eps=1e-8, amsgrad=False, maximize=False)
          answers = torch.ge(w, 1.)
          return torch.div(torch.sum(torch.mul(torch.detach(l), answers)), torch.sum(answers))
      """;

  private TrainingScript() {}

  static String source(ModelShape shape) {
    int qk = shape.queryWidth() + shape.keyWidth();
    return (HEAD + STATES + STEP)
        .replace("$DROP", Double.toString(DROPOUT))
        .replace("$LAYERS", Integer.toString(shape.layers()))
        .replace("$DIM", Integer.toString(shape.dim()))
        .replace("$QKHEADS", Integer.toString(shape.heads() + shape.keyHeads()))
        .replace("$QKV", Integer.toString(qk + shape.keyWidth()))
        .replace("$QK", Integer.toString(qk))
        .replace("$HEADS", Integer.toString(shape.heads()))
        .replace("$KV", Integer.toString(shape.keyHeads()))
        .replace("$HALF", Integer.toString(shape.headDim() / 2))
        .replace("$HD", Integer.toString(shape.headDim()))
        .replace("$REP", Integer.toString(shape.heads() / shape.keyHeads()))
        .replace("$TWOHID", Integer.toString(2 * shape.hidden()))
        .replace("$HID", Integer.toString(shape.hidden()))
        .replace("$Q", Integer.toString(shape.queryWidth()))
        .replace("$BETA1", Double.toString(BETA1))
        .replace("$BETA2", Double.toString(BETA2))
        .replace("$DECAY", Double.toString(WEIGHT_DECAY));
  }
}
