"""Writes the kept queries from the authored lists: `python -m tests.search.queries.make`.

An authored list (`authored_1.txt`, …) holds themes (`# theme`) and lines `query | best code other codes`.
Each split list is split by itself, so a later list moves no earlier query from one file to the other.
The lists of `WHOLE` are not split: they were written without sight of the search. `fresh` only measures it;
`probe` measured it once and has been tuned on since.
"""

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SEED = 20260302
SHARE = 3  # one query of three is kept back for the check
WHOLE = {"authored_3.txt": ("fresh", "F"), "authored_4.txt": ("probe", "P")}  # unsplit: list → set, letter


@dataclass(frozen=True)
class Query:
    """One everyday query with the codes of the procedures that answer it, the best first."""

    theme: str
    text: str
    codes: tuple[str, ...]


def authored(path: Path) -> Iterator[Query]:
    """Read one authored list."""
    theme = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            theme = line[2:]
        elif line:
            text, _, codes = line.partition(" | ")
            yield Query(theme, text, tuple(codes.split()))


def bare(text: str) -> str:
    """Fold to the letters a hurried hand types: small, without marks, đ as d."""
    marks = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in marks if not unicodedata.combining(letter))


# --- slips of the hand

Slip = Callable[[str, random.Random], str]

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEIGHBOURS = {
    key: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in ROWS for at, key in enumerate(row)
}
TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
SHAPES = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
CONFUSED_TONES = {"\u0309": "\u0303", "\u0303": "\u0309", "\u0301": "\u0300", "\u0300": "\u0301"}
SOUNDS = tuple(
    pair.split() for pair in ("tr ch", "ch tr", "gi d", "s x", "x s", "l n", "n l", "d gi", "r d", "v d")
)
SHORT = {
    "đăng ký": "dk",
    "không": "ko",
    "người": "ng",
    "hộ khẩu": "hk",
    "được": "dc",
    "nước ngoài": "nc ngoài",
    "giấy phép": "gp",
    "giấy tờ": "gtờ",
    "gì": "j",
    "bao nhiêu": "bn",
    "bảo hiểm": "bh",
    "kinh doanh": "kd",
    "thủ tục": "tt",
    "làm sao": "lsao",
    "với": "vs",
    "công ty": "cty",
}


def drop(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def double(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def swap(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def neighbour(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    near = NEIGHBOURS.get(bare(word[at]), "")
    return word[:at] + dice.choice(near) + word[at + 1 :] if near else word


def untoned(word: str, dice: random.Random) -> str:
    return bare(word) if word.islower() else word


def mistoned(word: str, dice: random.Random) -> str:
    marks = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(CONFUSED_TONES.get(mark, mark) for mark in marks))


def telex(word: str, dice: random.Random) -> str:
    """Leave the keys of the Telex method in the word: `đường` as `dduowngf`."""
    typed, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.lower().replace("đ", "dd")):
        tone = TONES.get(letter, tone)
        if letter == "\u0302":
            typed += typed[-1]
        elif letter in SHAPES:
            typed += SHAPES[letter]
        elif letter not in TONES:
            typed += letter
    return typed + tone


def sound(word: str, dice: random.Random) -> str:
    for heard, written in SOUNDS:
        if word.startswith(heard) and len(word) > len(heard) + 1:
            return written + word[len(heard) :]
    return word


SLIPS: dict[Slip, int] = {
    drop: 5,
    swap: 4,
    double: 4,
    neighbour: 5,
    untoned: 2,
    mistoned: 2,
    telex: 1,
    sound: 2,
}


def shortened(text: str, dice: random.Random) -> str:
    """Replace one long word by the short form of a message, where there is one."""
    known = [long for long in SHORT if re.search(rf"\b{long}\b", text)]
    if not known or dice.random() < 0.5:
        return text
    long = dice.choice(known)
    return re.sub(rf"\b{long}\b", SHORT[long], text, count=1)


def mistyped(text: str) -> str:
    """Give the query with one to three slips, always the same ones for the same query."""
    dice = random.Random(f"{SEED} {text}")
    typed = shortened(text, dice)
    wanted = dice.choice((1, 1, 2)) if len(text.split()) < 5 else dice.choice((1, 2, 2, 3))
    missing = wanted - (typed != text)
    words = typed.split(" ")
    known = text.split()
    open_words = [at for at, word in enumerate(words) if len(word) > 1 and word.isalpha() and word in known]
    dice.shuffle(open_words)
    open_words.sort(key=lambda at: len(words[at]) < 3)
    for at in open_words[: max(missing, 0)]:
        slips = dice.choices(list(SLIPS), list(SLIPS.values()), k=8)
        changed = (slip(words[at], dice) for slip in [*slips, drop])
        words[at] = next(typed for typed in changed if typed != words[at])
    return " ".join(words)


# --- the files


def split(queries: Iterable[Query]) -> tuple[list[Query], list[Query]]:
    """Part one list at random within its themes: two of three for tuning, one of three for the check."""
    tuning: list[Query] = []
    check: list[Query] = []
    themes: dict[str, list[Query]] = {}
    for query in queries:
        themes.setdefault(query.theme, []).append(query)
    dice = random.Random(SEED)
    for of_theme in themes.values():
        dice.shuffle(of_theme)
        for query in of_theme:
            mine = (len(tuning) + len(check)) % SHARE == SHARE - 1
            (check if mine else tuning).append(query)
    return tuning, check


def write(name: str, letter: str, queries: Iterable[Query]) -> None:
    lines = []
    for number, query in enumerate(queries, start=1):
        row = {
            "id": f"{letter}{number:03}",
            "query": query.text,
            "query_no_diacritics": bare(query.text),
            "query_typo": mistyped(query.text),
            "accepted_codes": list(query.codes),
            "primary_code": query.codes[0],
            "origin": "authored",
            "source": "authored",
        }
        lines.append(json.dumps(row, ensure_ascii=False))
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def make() -> None:
    tuning: list[Query] = []
    check: list[Query] = []
    for path in sorted(HERE.glob("authored_*.txt")):
        if path.name in WHOLE:
            name, letter = WHOLE[path.name]
            write(f"{name}.jsonl", letter, authored(path))
            continue
        more_tuning, more_check = split(authored(path))
        tuning += more_tuning
        check += more_check
    write("tuning.jsonl", "T", tuning)
    write("check.jsonl", "K", check)


if __name__ == "__main__":
    make()
