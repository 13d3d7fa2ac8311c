"""Step 5: the model folder: acoustic model as Kaldi text, phones-to-words and words-to-sentences graphs."""

import collections
import math
import os
import pathlib
import subprocess

import numpy as np

from feat import PHONES

CONTEXT = 6
BACK_OFF = 0.15
OUT = pathlib.Path("model")
PLUGINS = {**os.environ, "LD_LIBRARY_PATH": "/usr/lib/x86_64-linux-gnu/fst/22"}
ALONE = [["yes"], ["no"], ["hello"], ["help"]]
DIGITS_AND_CARDS = """zero one two three four five six seven eight nine oh ten jack queen king ace clubs hearts spades
diamonds""".split()


def phone_ids(phones):
    """Kaldi's phones with their place in a word: id, its network output, its kind."""
    ids, rows = {}, [(1, 0, "nonword")]
    for output, phone in enumerate(phones):
        if phone != "SIL":
            for place, kind in (("B", "begin"), ("E", "end"), ("I", "internal"), ("S", "singleton")):
                rows.append((len(rows) + 1, output, kind))
                ids[phone, place] = len(rows)
    return ids, rows


def vector(values):
    return " [ " + " ".join("%.6g" % v for v in values) + " ]\n"


def matrix(rows):
    return " [\n" + "\n".join("  " + " ".join("%.6g" % v for v in row) for row in rows) + " ]\n"


def affine(name, weights, bias):
    return (
        f"<ComponentName> {name} <FixedAffineComponent> <LinearParams> {matrix(weights)}"
        f"<BiasParams> {vector(bias)}</FixedAffineComponent> "
    )


def nonlinear(name, kind, dim):
    return f"<ComponentName> {name} <{kind}> <Dim> {dim} <ValueAvg>  [ ]\n<DerivAvg>  [ ]\n<Count> 0 </{kind}> "


def write_acoustic_model(net, rows):
    deviation = np.tile(net["sd"], 2 * CONTEXT + 1).astype(float)
    mean = np.tile(net["mu"], 2 * CONTEXT + 1).astype(float)
    first = net["W0"].astype(float)
    count, hidden, outputs = len(rows), first.shape[1], len(net["pri"])
    append = ",".join(f"Offset(input, {o})" if o else "input" for o in range(-CONTEXT, CONTEXT + 1))
    chain = [("a1", f"Append({append})"), ("r1", "a1"), ("a2", "r1"), ("r2", "a2"), ("a3", "r2"), ("ls", "a3")]
    nodes = "".join(f"component-node name={n} component={n} input={i}\n" for n, i in chain)
    text = (
        "<TransitionModel> \n<Topology> \n<TopologyEntry> \n<ForPhones> \n"
        + " ".join(str(i) for i, _, _ in rows)
        + " \n</ForPhones> \n<State> 0 <PdfClass> 0 <Transition> 0 0.5 <Transition> 1 0.5 </State> \n<State> 1 </State> \n"
        + f"</TopologyEntry> \n</Topology> \n<Triples> {count} \n"
        + "".join(f"{i} 0 {output} \n" for i, output, _ in rows)
        + "</Triples> \n<LogProbs> \n"
        + vector([0] + [math.log(0.5)] * (2 * count))
        + "</LogProbs> \n</TransitionModel> \n<Nnet3> \n"
        + f"input-node name=input dim={len(net['mu'])}\n{nodes}"
        + "output-node name=output input=ls objective=linear\n\n<NumComponents> 6 \n"
        + affine("a1", (first / deviation[:, None]).T, net["B0"].astype(float) - (mean / deviation) @ first)
        + nonlinear("r1", "RectifiedLinearComponent", hidden)
        + affine("a2", net["W1"].T, net["B1"])
        + nonlinear("r2", "RectifiedLinearComponent", hidden)
        + affine("a3", net["W2"].T, net["B2"])
        + nonlinear("ls", "LogSoftmaxComponent", outputs)
        + f"</Nnet3> <LeftContext> {CONTEXT} <RightContext> {CONTEXT} <Priors> "
        + vector(np.maximum(net["pri"], 1e-5))
    )
    (OUT / "am/final.mdl").write_text(text)


def lexicon(vocabulary, phones):
    words = collections.defaultdict(list)
    for line in pathlib.Path("dict.txt").read_text().splitlines():
        head, *sounds = line.split()
        word = head.split("(")[0]
        if word in vocabulary and all(sound in phones for sound in sounds):
            words[word].append(sounds)
    missing = [word for word in vocabulary if not words[word]]
    if missing:
        raise SystemExit(f"dict.txt does not have: {' '.join(missing)}")
    return words


def places(sounds, ids):
    if len(sounds) == 1:
        return [ids[sounds[0], "S"]]
    middle = [ids[s, "I"] for s in sounds[1:-1]]
    return [ids[sounds[0], "B"], *middle, ids[sounds[-1], "E"]]


def word_arcs(words, ids, word_ids):
    """Loop over all words and silence. Transition 2p enters phone p, 2p-1 stays in it; state 0 is final."""
    arcs = [(0, 1, 2, 0, 0.7), (1, 1, 1, 0, 0.01), (1, 0, 0, 0, 0)]
    states = 2
    for word, pronunciations in words.items():
        for sounds in pronunciations:
            state = 0
            for k, phone in enumerate(places(sounds, ids)):
                arcs.append((state, states, 2 * phone, word_ids[word] if k == 0 else 0, 0))
                arcs.append((states, states, 2 * phone - 1, 0, 0))
                state, states = states, states + 1
            arcs.append((state, 0, 0, 0, 0))
    return arcs


def write_fst_text(path, arcs, finals):
    lines = ["%d %d %d %d %.4f" % arc for arc in arcs] + ["%d %.4f" % final for final in finals.items()]
    pathlib.Path(path).write_text("\n".join(lines) + "\n")


def shell(command):
    subprocess.run(command, shell=True, check=True, env=PLUGINS)


def sentence_arcs(sentences, vocabulary, word_ids):
    """Bigrams with one back-off state. The start is final, or silence would yield a word."""
    single = collections.Counter(word for sentence in sentences for word in sentence)
    pairs = collections.defaultdict(collections.Counter)
    for sentence in sentences:
        for a, b in zip(["<s>"] + sentence, sentence + ["</s>"]):
            pairs[a][b] += 1
    states = {name: i for i, name in enumerate(["<s>", "back off", *vocabulary])}
    arcs, finals = [], {0: 0.0}
    for history in ["<s>", *vocabulary]:
        state, total = states[history], sum(pairs[history].values())
        for word, count in pairs[history].items():
            cost = -math.log((1 - BACK_OFF) * count / total)
            if word == "</s>":
                finals[state] = cost if history != "<s>" else 0.0
            else:
                arcs.append((state, states[word], word_ids[word], word_ids[word], cost))
        arcs.append((state, states["back off"], 0, 0, -math.log(BACK_OFF) if total else 0))
        finals.setdefault(state, -math.log(0.02))
    everything = sum(single.values()) + len(vocabulary)
    for word in vocabulary:
        cost = -math.log((single[word] + 1) / everything)
        arcs.append((states["back off"], states[word], word_ids[word], word_ids[word], cost))
    return arcs, finals


def main():
    net = np.load("net.npz")
    phones = PHONES[: len(net["pri"])]
    for folder in ("am", "conf", "graph/phones"):
        (OUT / folder).mkdir(parents=True, exist_ok=True)
    for name in ("mfcc.conf", "model.conf"):
        (OUT / "conf" / name).write_text(pathlib.Path("../model/conf", name).read_text())
    ids, rows = phone_ids(phones)
    write_acoustic_model(net, rows)
    (OUT / "graph/phones/word_boundary.int").write_text("".join(f"{i} {kind}\n" for i, _, kind in rows))
    (OUT / "graph/disambig_tid.int").write_text("")

    sentences = [line.split() for line in pathlib.Path("../commands.txt").read_text().splitlines()] + ALONE
    vocabulary = sorted({word for sentence in sentences for word in sentence} | set(DIGITS_AND_CARDS))
    word_ids = {word: i + 1 for i, word in enumerate(vocabulary)}
    write_fst_text("HCL.txt", word_arcs(lexicon(vocabulary, phones), ids, word_ids), {0: 0})
    shell("fstcompile HCL.txt | fstarcsort --sort_type=olabel > HCL.fst")
    convert = "fstconvert --fst_type=olabel_lookahead --save_relabel_opairs=relabel.txt"
    shell(f"{convert} HCL.fst {OUT}/graph/HCLr.fst")

    # Look-ahead renames the words; the sentence graph and the list follow.
    pairs = (line.split() for line in pathlib.Path("relabel.txt").read_text().splitlines())
    relabel = {int(old): int(new) for old, new in pairs}
    new_ids = {word: relabel.get(i, i) for word, i in word_ids.items()}
    for word in ("#0", "<s>", "</s>"):
        new_ids[word] = max([*relabel.values(), *new_ids.values()]) + 1
    listed = sorted(new_ids.items(), key=lambda item: item[1])
    (OUT / "graph/words.txt").write_text("<eps> 0\n" + "".join(f"{word} {i}\n" for word, i in listed))
    write_fst_text("G.txt", *sentence_arcs(sentences, vocabulary, new_ids))
    shell(f"fstcompile G.txt | fstarcsort --sort_type=ilabel | fstconvert --fst_type=const - {OUT}/graph/Gr.fst")


if __name__ == "__main__":
    main()
