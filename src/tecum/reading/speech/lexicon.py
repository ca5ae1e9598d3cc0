"""The words of demands and answers by what they do in a sentence, each class one letter.

A sentence becomes a row of letters, so that what is said can be told by its build: who, in which
mood, does what, with which thing (READING 8). The words stand in ``speech.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tecum.instruments.compiled import compiled
from tecum.tables import table_of

__all__ = ["BREAK", "Entry", "Lexicon", "bodies", "load_lexicon", "no_names", "no_sides"]

BREAK = "|"
"""The letter between two sentences."""

_Inflect = Callable[[str], Iterator[tuple[str, str]]]
_FORMS = ("base", "now", "past", "ing")
_FIRST = 0x4E00
"""Letters are taken from a block in which no sign has a meaning in a pattern."""
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word may be: its letter as a noun or small word, and its letters as a verb."""

    plain: str = ""
    verb: str = ""

    @property
    def is_either(self) -> bool:
        """Whether only the words before it tell what it is here."""
        return bool(self.plain and self.verb)


@dataclass(frozen=True)
class Lexicon:
    """Words with their letters, and the letters of each class and form."""

    words: dict[str, Entry]
    letters: dict[str, str]

    def compiled(self, written: str) -> re.Pattern[str]:
        """A pattern over letters from one over the names of classes, as ``{ask.now}``.

        ``{*}`` is any word of the sentence, ``{~}`` any but a comma, ``{a|b}`` one of two classes.
        """
        return compiled(re.sub(r"\{([^{}\d][^{}]*)\}", self._class, written.replace(" ", "")))

    def _class(self, match: re.Match[str]) -> str:
        name = match[1]
        ends = self.letters["stop"] + self.letters["question"] + self.letters["colon"] + BREAK
        if name == "*":
            return f"[^{ends}]"
        if name == "~":
            return f"[^{ends}{self.letters['comma']}]"
        negated = name.startswith("^")
        found = "".join(self.letters[part] for part in name.lstrip("^").split("|"))
        return f"[^{found}{ends}]" if negated else f"[{found}]"


class _Letters:
    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The letter of a class, or of one form of a class of verbs."""
        if name not in self.known:
            self.known[name] = chr(_FIRST + len(self.known))
        return self.known[name]


_SIGNS = {
    ",": "comma", "(": "comma", ")": "comma", ".": "stop", "!": "stop", "?": "question",
    ":": "colon", ";": "colon",
}  # fmt: skip
_MORE = ("other", "figure", "money", "item", "heading", "yours", *sorted({*_SIGNS.values()}))
_SHORT = {
    "i'm": ("we", "be"), "i'd": ("we", "would"), "i'll": ("we", "will"), "i've": ("we", "have_"),
    "we're": ("we", "be"), "we'd": ("we", "would"), "we'll": ("we", "will"),
    "we've": ("we", "have_"), "you're": ("you", "be"), "you'd": ("you", "would"),
    "you'll": ("you", "will"), "you've": ("you", "have_"), "don't": ("do", "not"),
    "doesn't": ("do", "not"), "didn't": ("do", "not"), "can't": ("would", "not"),
    "cannot": ("would", "not"), "couldn't": ("would", "not"), "won't": ("will", "not"),
    "wouldn't": ("would", "not"), "isn't": ("be", "not"), "aren't": ("be", "not"),
    "wasn't": ("was", "not"), "weren't": ("was", "not"), "haven't": ("have_", "not"),
    "hasn't": ("have_", "not"), "shouldn't": ("must", "not"), "what's": ("wh", "be"),
    "who's": ("wh", "be"), "where's": ("wh", "be"), "when's": ("wh", "be"),
    "that's": ("they", "be"), "it's": ("they", "be"), "he's": ("they", "be"),
    "she's": ("they", "be"), "they're": ("they", "be"), "there's": ("adv", "be"),
    "im": ("we", "be"), "dont": ("do", "not"), "cant": ("would", "not"), "wont": ("will", "not"),
    "quisiera": ("we", "would", "wish.base", "to"),
    "quisieramos": ("we", "would", "wish.base", "to"), "del": ("for",), "al": ("to",),
}  # fmt: skip


@cache
def _table() -> dict[str, Any]:
    return table_of((files("tecum.reading.speech") / "speech.toml").read_text("utf-8"))


@cache
def no_names() -> frozenset[str]:
    """Words that stand in heads and addresses and name neither side."""
    return frozenset(_table()["names"]["none"].split())


@cache
def no_sides() -> frozenset[str]:
    """Small words and verbs, which are no part of a name whatever their capital."""
    lexicon = load_lexicon()
    small = "".join(lexicon.letters[name] for name in _table()["function"])
    return frozenset(
        word
        for word, entry in lexicon.words.items()
        if (entry.verb and not entry.plain) or (entry.plain and entry.plain[0] in small)
    )


@cache
def bodies() -> frozenset[str]:
    """Nouns of bodies, by which a paper calls its writer or its addressee."""
    return frozenset(_table()["nouns"]["body"].split())


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that is shipped with this version."""
    return _Builder(_table()).built()


class _Builder:
    """Puts a lexicon together from the file's groups."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.table = table
        self.known = _Letters()
        self.classes = {name: self.known.of(name) for name in _MORE}
        self.plain: dict[str, str] = {}
        self.verbs: dict[str, str] = {}

    def built(self) -> Lexicon:
        """All groups, in the order in which a word's first class counts."""
        for group in ("nouns", "function"):
            for name, words in self.table[group].items():
                self.classes[name] = self.known.of(name.removesuffix("_es"))
                for word in words.split():
                    self.plain.setdefault(word, self.classes[name])
        english = _english(self.table["irregular"])
        for name, words in self.table["verbs"].items():
            self._verbs(name, words, english)
        for name, words in self.table["spanish"].items():
            self._verbs(name, words, _spanish)
            self._first_persons(name, words)
        self._within()
        for word, names in _SHORT.items():
            self.plain[word] = "".join(self.classes[name] for name in names)
        known = {*self.plain, *self.verbs}
        words_all = {w: Entry(self.plain.get(w, ""), self.verbs.get(w, "")) for w in known}
        words_all.update({sign: Entry(self.classes[name]) for sign, name in _SIGNS.items()})
        return Lexicon(words_all, self.classes)

    def _verbs(self, name: str, words: str, inflect: _Inflect) -> None:
        for form in _FORMS:
            self.classes[f"{name}.{form}"] = self.known.of(f"{name}.{form}")
        self.classes[name] = "".join(self.classes[f"{name}.{form}"] for form in _FORMS)
        self.classes[f"{name}.pres"] = self.classes[f"{name}.base"] + self.classes[f"{name}.now"]
        for verb in words.split():
            for word, form in inflect(verb):
                letter = self.classes[f"{name}.{form}"]
                if letter not in self.verbs.setdefault(word, ""):
                    self.verbs[word] += letter

    def _first_persons(self, name: str, words: str) -> None:
        """The ending says who speaks: "solicito", "requerimos"."""
        for verb in words.split():
            for word in _first_person(verb):
                self.plain.setdefault(word, self.classes["we"] + self.classes[f"{name}.now"])

    def _within(self) -> None:
        """Let the verbs of one class be verbs of a wider one as well."""
        for name, within in self.table["within"].items():
            for form in ("", *(f".{form}" for form in (*_FORMS, "pres"))):
                more = "".join(self.classes[f"{w}{form}"] for w in within.split())
                self.classes[f"{name}{form}"] += more


def _english(irregular: dict[str, str]) -> _Inflect:
    """The forms of English verbs: irregular ones as listed, the others by rule."""

    def inflect(verb: str) -> Iterator[tuple[str, str]]:
        yield verb, "base"
        if verb in irregular:
            for word in irregular[verb].split():
                yield word, "ing" if word.endswith("ing") else "now" if _is_now(word) else "past"
            return
        stem = verb[:-1] if verb.endswith("e") else verb
        if verb.endswith("y") and verb[-2] not in _VOWELS:
            yield verb[:-1] + "ies", "now"
            yield verb[:-1] + "ied", "past"
            yield verb + "ing", "ing"
            return
        yield verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s"), "now"
        yield stem + "ed", "past"
        yield stem + "ing", "ing"

    return inflect


def _is_now(word: str) -> bool:
    return word.endswith("s")


_SHORT_STEM = 4
_SPOKEN = {
    "pedir": ("pido", "pedimos"),
    "querer": ("quiero", "queremos"),
    "requerir": ("requiero", "requerimos"),
    "rogar": ("ruego", "rogamos"),
}


def _first_person(verb: str) -> tuple[str, ...]:
    """What the writer says of himself with a Spanish verb."""
    stem, ending = verb[:-2], verb[-2:]
    vowel = "i" if ending == "ir" else ending[0]
    if verb in _SPOKEN:
        return _SPOKEN[verb]
    return () if len(stem) < _SHORT_STEM else (stem + "o", f"{stem}{vowel}mos")


_ENCLITIC = ("", "nos", "me", "le", "les", "lo", "la", "los", "las", "noslo", "noslos", "noslas")


def _spanish(verb: str) -> Iterator[tuple[str, str]]:
    """The forms that letters use: what one asks for, is asked to do, has done."""
    stem, ending = verb[:-2], verb[-2:]
    vowel = "a" if ending == "ar" else "e"
    other = "e" if ending == "ar" else "a"
    soft = {"c": "qu", "g": "gu", "z": "c"} if ending == "ar" else {"c": "zc"}
    wish = stem[:-1] + soft[stem[-1]] if stem[-1] in soft else stem
    past = "ado" if ending == "ar" else "ido"
    for tail in _ENCLITIC:
        yield verb + tail, "base"
        if tail:
            yield wish + other + tail, "base"
            yield wish + other + "n" + tail, "base"
    yield wish + other, "base"
    yield wish + other + "n", "base"
    for tail in ("o", vowel, f"{vowel}mos" if ending != "ir" else "imos", f"{vowel}n"):
        yield stem + tail, "now"
    for gender in (past, past + "s", past[:-1] + "a", past[:-1] + "as"):
        yield stem + gender, "past"
    for tail in ("aron", "amos") if ending == "ar" else ("ieron", "imos"):
        yield stem + tail, "past"
    yield stem + ("ando" if ending == "ar" else "iendo"), "ing"
