"""Sound to Kaldi's MFCC, and the phone names of three speech programs to ARPABET."""

import glob
import subprocess

import numpy as np

RATE = 16000
BANDS, CEPSTRA = 30, 20
LOW_HERTZ, HIGH_HERTZ = 20.0, RATE / 2 - 400.0
FRAME, SHIFT, FFT = 400, 160, 512

PHONES = """SIL AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH""".split()
INDEX = {phone: i for i, phone in enumerate(PHONES)}


def table(text):
    """'a=>AA b=>B' as a dictionary; what maps to '-' is not labelled."""
    pairs = (pair.rsplit("=>", 1) for pair in text.split())
    return {name: None if phone == "-" else phone for name, phone in pairs}


MARY = table(
    """A=>AA O=>AO u=>UW i=>IY {=>AE V=>AH E=>EH I=>IH U=>UH @=>AH r==>ER aU=>AW OI=>OY @U=>OW EI=>EY AI=>AY p=>P t=>T k=>K b=>B
    d=>D g=>G tS=>CH dZ=>JH f=>F v=>V T=>TH D=>DH s=>S z=>Z S=>SH Z=>ZH h=>HH l=>L m=>M n=>N N=>NG r=>R w=>W j=>Y _=>SIL"""
)
FLITE = {p.lower(): p for p in PHONES} | table("pau=>SIL h#=>SIL brth=>SIL ax=>AH axr=>ER ix=>IH")
ESPEAK = table(
    """@=>AH a=>AE a#=>AH aa=>AE A:=>AA A@=>AA A#=>AA 0=>AA 0#=>AA O:=>AO O=>AO O@=>AO o@=>AO O2=>AO E=>EH E#=>EH e@=>EH 3:=>ER 3=>ER
    i:=>IY i=>IY i@=>IY i@3=>IY I=>IH I#=>IH I2=>IH I2#=>IH u:=>UW u=>UW U=>UH U@=>UH V=>AH @2=>AH @5=>AH @L=>AH @-=>AH aI=>AY eI=>EY
    OI=>OY aU=>AW oU=>OW aI@=>AY aI3=>AY aU@=>AW t=>T t#=>T t2=>T d=>D d#=>D p=>P b=>B k=>K g=>G tS=>CH dZ=>JH N=>NG n=>N n-=>N m=>M
    m-=>M T=>TH D=>DH S=>SH Z=>ZH s=>S z=>Z z#=>Z f=>F v=>V v#=>V h=>HH l=>L l-=>L L=>L r=>R r-=>R w=>W w#=>W j=>Y x=>K ?=>- _=>SIL
    _:=>SIL _|=>SIL ;=>-"""
) | {"": None}


def read(path):
    command = ["sox", path, "-t", "raw", "-e", "signed", "-b", "16", "-r", str(RATE), "-c", "1", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, dtype=np.int16).astype(np.float64)


def mel(hertz):
    return 1127 * np.log(1 + hertz / 700.0)


def banks():
    """Kaldi's triangles, even in mel; shape (BANDS, FFT / 2 + 1), the last bin unused."""
    low, high = mel(LOW_HERTZ), mel(HIGH_HERTZ)
    step = (high - low) / (BANDS + 1)
    at = mel(np.arange(FFT // 2) * RATE / FFT)
    result = np.zeros((BANDS, FFT // 2 + 1))
    for band in range(BANDS):
        left, centre, right = (low + (band + k) * step for k in range(3))
        rising, falling = (at - left) / (centre - left), (right - at) / (right - centre)
        result[band, : FFT // 2] = np.maximum(0, np.minimum(rising, falling))
    return result


BANKS = banks()
DCT = np.sqrt(2.0 / BANDS) * np.cos(np.pi / BANDS * np.outer(np.arange(CEPSTRA), np.arange(BANDS) + 0.5))
DCT[0] = np.sqrt(1.0 / BANDS)
LIFTER = 1 + 0.5 * 22 * np.sin(np.pi * np.arange(CEPSTRA) / 22.0)
POVEY = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / (FRAME - 1))) ** 0.85


def mfcc(samples):
    """Cepstra, shape (frames, CEPSTRA), as Kaldi makes them without energy and dither."""
    count = 1 + (len(samples) - FRAME) // SHIFT
    if count <= 0:
        return np.zeros((0, CEPSTRA), np.float32)
    frames = samples[np.arange(FRAME) + SHIFT * np.arange(count)[:, None]]
    frames = frames - frames.mean(1, keepdims=True)
    emphasised = frames.copy()
    emphasised[:, 1:] -= 0.97 * frames[:, :-1]
    emphasised[:, 0] -= 0.97 * frames[:, 0]
    power = np.abs(np.fft.rfft(emphasised * POVEY, FFT)) ** 2
    energies = np.log(np.maximum(power @ BANKS.T, np.finfo(np.float32).eps))
    return ((energies @ DCT.T) * LIFTER).astype(np.float32)


def labels(count, segments):
    """The phone of each frame's centre; -1 where it is not labelled, silence after the last."""
    result = np.full(count, -1, np.int16)
    centre = np.arange(count) * 0.01 + 0.0125
    start = 0.0
    for end, phone in segments:
        if phone is not None:
            result[(centre >= start) & (centre < end)] = INDEX[phone]
        start = end
    result[centre >= start] = INDEX["SIL"]
    return result


def mary_segments(path):
    fields = (line.split() for line in open(path))
    return [(float(f[0]), MARY.get(f[2])) for f in fields if len(f) == 3]


def flite_segments(path):
    pairs = (item.rsplit(":", 1) for item in open(path).read().split())
    return [(float(end), FLITE.get(phone)) for phone, end in pairs]


def espeak_segments(path):
    """An event tells where a phone begins."""
    lines = (line.rstrip("\n").split(" ", 1) for line in open(path, encoding="utf8"))
    events = [(int(millis) / 1000.0, name) for millis, name in lines if not name.startswith("(")]
    ends = [start for start, _ in events[1:]] + [events[-1][0] + 0.01] if events else []
    segments = [(end, ESPEAK.get(name)) for end, (_, name) in zip(ends, events)]
    return [(events[0][0], "SIL")] + segments if events else []


def items():
    """Every recording with its segments (end in seconds, phone)."""
    for wav in sorted(glob.glob("mary/*.wav")):
        yield wav, mary_segments(wav[:-3] + "dur")
    for voice in range(4):
        for wav in sorted(glob.glob(f"es{voice}/*.wav")):
            yield wav, espeak_segments(wav[:-3] + "ev")
        for wav in sorted(glob.glob(f"fl{voice}/*.wav")):
            yield wav, flite_segments(wav[:-3] + "ps")
