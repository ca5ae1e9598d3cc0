"""HTML of a mail → lines, without a browser and without the network (READING 3).

What a reader of the mail could not see goes to the hidden layer. Links are listed with their
target beside the words shown.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import normalised

__all__ = ["TooManyMarks", "html_lines"]

_MOST = 200_000


class TooManyMarks(ValueError):
    """More marks of HTML than any mail program or person writes into one letter."""


_BLOCKS = frozenset(
    "p div br tr li ul ol table h1 h2 h3 h4 h5 h6 blockquote hr pre section article header "  # noqa: SIM905
    "footer address dl dt dd form fieldset center figure figcaption nav aside main".split()
)
_CELLS = frozenset(("td", "th"))
_APART = frozenset("p h1 h2 h3 h4 h5 h6 blockquote table ul ol hr figure figcaption".split())  # noqa: SIM905 - a list of words reads best so
_VOID = frozenset("br hr img meta link input area base col embed source track wbr".split())  # noqa: SIM905 - a list of words reads best so
_SILENT = frozenset("script style head title template noscript".split())  # noqa: SIM905 - a list of words reads best so
_BESIDE = {
    "figcaption": Layer.NOTE, "nav": Layer.MARGIN, "aside": Layer.MARGIN,
    "s": Layer.NOTE, "strike": Layer.NOTE, "del": Layer.NOTE,
}  # fmt: skip
"""Elements whose words stand beside the text: under a picture, in a menu, struck through."""
_STRUCK = re.compile(r"(?i)text-decoration(?:-line)?\s{0,60}:[^;]{0,40}line-through")
_UNSEEN = re.compile(
    r"(?i)display\s{0,60}:\s{0,60}none|visibility\s{0,60}:\s{0,60}hidden|font-size\s{0,60}:\s{0,60}0(?![.\d]*[1-9])|mso-hide\s{0,60}:\s{0,60}all"
    r"|(?:^|[;\s])opacity\s{0,60}:\s{0,60}0(?![.\d]*[1-9])"
    r"|(?:left|top|text-indent|margin-left)\s{0,60}:\s{0,60}-\d{3,}|max-height\s{0,60}:\s{0,60}0(?![.\d]*[1-9])"
)
_COLOUR = re.compile(r"(?i)(?<![-\w])color\s{0,60}:\s{0,60}([^;]{1,40})")
_GROUND = re.compile(r"(?i)background(?:-color)?\s{0,60}:\s{0,60}([^;]{1,60})")
_WHITE = re.compile(
    r"(?i)\s{0,60}(?:white|#fff(?:fff)?|#f[d-f]f[d-f]f[d-f]|rgba?\(\s{0,60}25[0-5]\s{0,60},\s{0,60}25[0-5]\s{0,60},\s{0,60}25[0-5].*)\s{0,60}"
)
_QUOTE = re.compile(r"(?i)gmail_quote|moz-cite|yahoo_quoted|divRplyFwdMsg|OutlookMessageHeader")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, Layer]] = []
        self.links: list[tuple[str, str]] = []
        self._line: list[str] = []
        self._beside: list[str] = []
        self._layer = Layer.BODY
        # One entry an open element: its name, hidden, silent, on a dark ground, its layer.
        self._stack: list[tuple[str, bool, bool, bool, Layer]] = []
        self._target: str | None = None
        self._words: list[str] = []

    def _state(self) -> tuple[bool, bool, bool, Layer]:
        return self._stack[-1][1:] if self._stack else (False, False, False, Layer.BODY)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        style = values.get("style", "")[:2000]
        hidden, silent, dark, layer = self._state()
        ground = _GROUND.search(style)
        fill = ground.group(1) if ground else values.get("bgcolor", "")
        if fill:
            dark = not _WHITE.fullmatch(fill)
        shade = _COLOUR.search(style)
        tint = shade.group(1) if shade else values.get("color", "") if tag == "font" else ""
        pale = bool(tint) and not dark and bool(_WHITE.fullmatch(tint))
        hidden = hidden or pale or "hidden" in values or bool(_UNSEEN.search(style))
        hidden = hidden or (tag == "font" and values.get("size") == "0")
        silent = silent or tag in _SILENT
        mark = f"{values.get('class', '')} {values.get('id', '')}"[:500]
        if tag == "blockquote" or _QUOTE.search(mark):
            layer = Layer.QUOTED
        elif layer is not Layer.QUOTED:
            layer = Layer.NOTE if _STRUCK.search(style) else _BESIDE.get(tag, layer)
        if tag in _BLOCKS:
            self._end_block(tag in _APART)
        elif tag in _CELLS:
            self._line.append("  ")
        if tag not in _VOID and len(self._stack) < 3000:
            self._stack.append((tag, hidden, silent, dark, layer))
        if tag == "a" and values.get("href"):
            self._target, self._words = values["href"][:2000], []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._target is not None:
            self.links.append((normalised("".join(self._words)).strip()[:500], self._target))
            self._target = None
        if tag in _BLOCKS:
            self._end_block(tag in _APART)
        for i in range(len(self._stack) - 1, max(-1, len(self._stack) - 60), -1):
            if self._stack[i][0] == tag:
                if tag in _CELLS:
                    self._end_layer()
                del self._stack[i:]
                return

    def handle_data(self, data: str) -> None:
        hidden, silent, _, layer = self._state()
        if silent:
            return
        layer = Layer.HIDDEN if hidden else layer
        if layer is Layer.NOTE:
            self._beside.append(data)
            return
        if layer is not self._layer:
            if data.strip():
                self._end_layer()
                self._layer = layer
            elif not self._line:
                return
        self._line.append(re.sub(r"\s+", " ", data))
        if self._target is not None:
            self._words.append(data)

    def _end_layer(self) -> None:
        if "".join(self._line).strip():
            self._end_line()

    def _end_line(self) -> None:
        text = re.sub(r" {3,}", "  ", normalised("".join(self._line))).strip()
        self._line = []
        if text:
            self.rows.append((text, self._layer))

    def _end_block(self, apart: bool) -> None:
        """End a paragraph; what stands beside its text follows it."""
        self._end_line()
        beside, self._beside = " ".join(normalised(" ".join(self._beside)).split()), []
        if beside:
            self.rows.append((beside, Layer.NOTE))
        if apart and self.rows and self.rows[-1][0]:
            self.rows.append(("", self._layer))

    def finish(self) -> None:
        self.close()
        self._end_block(False)


def html_lines(html: str) -> tuple[list[tuple[str, Layer]], list[tuple[str, str]]]:
    """The lines that HTML shows and hides, each with its layer, and its links.

    Raises:
        TooManyMarks: It is not worth anybody's minutes.
    """
    if html.count("<") > _MOST:
        raise TooManyMarks
    reader = _Reader()
    reader.feed(html)
    reader.finish()
    return reader.rows, reader.links
