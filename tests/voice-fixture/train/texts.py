"""Step 1: a thousand lines to be spoken: half licence prose, half shuffled words of the commands."""

import pathlib
import random
import re

LICENCES = pathlib.Path("/usr/share/common-licenses")
NAMES = ["GPL-3", "Apache-2.0", "LGPL-2.1", "Artistic", "GFDL-1.3"]
EXTRA = """zero oh one two three four five six seven eight nine ten jack queen king ace of clubs hearts spades diamonds
go forward backward left right red green yellow white black house shop fish bread water boat ship knight guard quest gold coin map
key forest mountain village inn bridge tower help hello yes no hi bye please sorry who when why which""".split()
LINES = 1000
WORDS_PER_LINE = 9


def prose():
    for name in NAMES:
        text = re.sub(r"[^A-Za-z ]+", " ", (LICENCES / name).read_text().replace("\n", " "))
        words = [w.lower() for w in text.split() if len(w) > 1 or w.lower() in ("a", "i")]
        for i in range(0, len(words) - WORDS_PER_LINE, WORDS_PER_LINE):
            yield " ".join(words[i : i + WORDS_PER_LINE])


def main():
    rng = random.Random(7)
    commands = pathlib.Path("../commands.txt").read_text().split()
    pool = sorted(set(commands + EXTRA))
    sentences = list(prose())
    rng.shuffle(sentences)
    shuffled = [" ".join(rng.sample(pool, rng.randint(4, 8))) for _ in range(260)]
    lines = [shuffled[i % len(shuffled)] if i % 2 else sentences[i % len(sentences)] for i in range(LINES)]
    pathlib.Path("texts.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
