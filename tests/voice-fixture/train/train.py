"""Step 4: a small time-delay network, phone of a frame from 13 frames around it. Argument: seconds."""

import sys
import time

import numpy as np

CONTEXT = 6
HIDDEN = 256
BATCH = 512
RATE_MAX = 1e-3


def forward(params, x):
    w0, w1, w2, b0, b1, b2 = params
    h1 = np.maximum(x @ w0 + b0, 0)
    h2 = np.maximum(h1 @ w1 + b1, 0)
    return h1, h2, h2 @ w2 + b2


def gradients(params, x, y):
    """Of the mean cross-entropy."""
    h1, h2, z = forward(params, x)
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    p /= len(y)
    d2 = (p @ params[2].T) * (h2 > 0)
    d1 = (d2 @ params[1].T) * (h1 > 0)
    return [x.T @ d1, h1.T @ d2, h2.T @ p, d1.sum(0), d2.sum(0), p.sum(0)]


def main():
    budget = float(sys.argv[1])
    rng = np.random.default_rng(0)
    data = np.load("train.npz")
    x, y, lengths = data["X"].astype(np.float32), data["Y"], data["L"]
    mean, deviation = x.mean(0), x.std(0)
    x = (x - mean) / deviation
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    first, last = np.repeat(starts, lengths), np.repeat(starts + lengths - 1, lengths)
    labelled = np.where(y >= 0)[0]
    rng.shuffle(labelled)
    held_out, train = labelled[:8000], labelled[8000:]
    offsets = np.arange(-CONTEXT, CONTEXT + 1)

    def window(index):
        at = np.clip(index[:, None] + offsets, first[index][:, None], last[index][:, None])
        return x[at].reshape(len(index), -1)

    def accuracy():
        return (forward(params, window(held_out))[2].argmax(1) == y[held_out]).mean()

    phones = int(y.max()) + 1
    sizes = [x.shape[1] * len(offsets), HIDDEN, HIDDEN, phones]
    weights = [rng.normal(size=(a, b)).astype(np.float32) * np.sqrt(2 / a) for a, b in zip(sizes, sizes[1:])]
    params = weights + [np.zeros(b, np.float32) for b in sizes[1:]]
    moment1 = [np.zeros_like(p) for p in params]
    moment2 = [np.zeros_like(p) for p in params]
    step, begin = 0, time.time()
    while time.time() - begin < budget:
        rng.shuffle(train)
        for i in range(0, len(train) - BATCH, BATCH):
            spent = time.time() - begin
            if spent > budget:
                break
            step += 1
            rate = RATE_MAX * max(0.03, 1 - spent / budget)
            batch = train[i : i + BATCH]
            for p, g, m, v in zip(params, gradients(params, window(batch), y[batch]), moment1, moment2):
                m += 0.1 * (g - m)
                v += 0.001 * (g * g - v)
                p -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
            if step % 500 == 0:
                print(f"step {step} accuracy {accuracy():.3f} after {spent:.0f} s", flush=True)
    names = ["W0", "W1", "W2", "B0", "B1", "B2"]
    priors = np.bincount(y[labelled], minlength=phones) / len(labelled)
    np.savez("net.npz", mu=mean, sd=deviation, pri=priors, **dict(zip(names, params)))


if __name__ == "__main__":
    main()
