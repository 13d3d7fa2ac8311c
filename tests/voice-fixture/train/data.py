"""Step 3: features and labels of all recordings, each twice: with some noise and with little or none."""

import numpy as np

from feat import RATE, items, labels, mfcc, read

PAD_SECONDS = 0.3


def main():
    rng = np.random.default_rng(3)
    features, targets = [], []
    for wav, segments in items():
        if not segments:
            continue
        pad = np.zeros(int(PAD_SECONDS * RATE))
        clean = np.concatenate([pad, read(wav), pad])
        segments = [(PAD_SECONDS, "SIL")] + [(end + PAD_SECONDS, phone) for end, phone in segments]
        level = np.sqrt((clean**2).mean())
        for noisy in (rng.integers(2) == 1, True):
            gain = 10 ** (rng.uniform(-14, 4) / 20)
            noise = level * 10 ** (-rng.uniform(12, 40) / 20) if noisy else 0.5
            sound = clean * gain + rng.normal(size=len(clean)) * noise
            cepstra = mfcc(np.clip(np.round(sound), -32768, 32767))
            features.append(cepstra.astype(np.float16))
            targets.append(labels(len(cepstra), segments))
    lengths = np.array([len(t) for t in targets])
    np.savez("train.npz", X=np.concatenate(features), Y=np.concatenate(targets), L=lengths)


if __name__ == "__main__":
    main()
