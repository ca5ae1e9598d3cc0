"""The variables of the environment that Tecum reads, and those that look like one and are none.

A misspelt variable is not refused, as a misspelt key of ``tecum.toml`` is: the environment is
not Tecum's alone. It is said, since what was meant by it silently keeps its default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tecum.errors import nearest

__all__ = ["KNOWN", "Strange", "said_of", "strange_in"]

_PREFIX = "TECUM_"

KNOWN = frozenset(
    {
        # Keys of tecum.toml (tecum.web.config).
        "TECUM_ADDRESS", "TECUM_DATABASE", "TECUM_PROXY", "TECUM_PUBLIC_URL",
        "TECUM_RESERVE_PERCENT", "TECUM_THREADS", "TECUM_UPLOAD_LIMIT_MB",
        # Of the environment alone.
        "TECUM_AT", "TECUM_DEBUG", "TECUM_DEMO", "TECUM_HOME", "TECUM_PACKS",
        # Where tests and measurements find their corpora; it stays set beside the commands.
        "TECUM_SHARED",
    }
)  # fmt: skip
"""Every variable that a person may set; ``docs/reference/settings.md`` says what each does."""

_OF_TESTS = ("TECUM_TEST_", "TECUM_BENCH_")


@dataclass(frozen=True, slots=True)
class Strange:
    """A variable that begins as Tecum's do and is none of them; its value is not looked at.

    Attributes:
        name: As it stands in the environment.
        near: The variable that was perhaps meant.
    """

    name: str
    near: str | None


def strange_in(environment: Mapping[str, str]) -> tuple[Strange, ...]:
    """The variables that begin as Tecum's do, in whatever case, and that it does not know.

    >>> strange_in(dict(TECUM_ADRESS="…", TECUM_HOME="…", PATH="…"))
    (Strange(name='TECUM_ADRESS', near='TECUM_ADDRESS'),)
    """
    return tuple(
        Strange(name, _near(name))
        for name in sorted(environment)
        if name.upper().startswith(_PREFIX) and name not in KNOWN and not name.startswith(_OF_TESTS)
    )


def _near(name: str) -> str | None:
    # Compared without what all of them share, which would make any two alike.
    found = nearest(name.upper().removeprefix(_PREFIX), [k.removeprefix(_PREFIX) for k in KNOWN])
    return found and _PREFIX + found


def said_of(strange: tuple[Strange, ...]) -> str:
    """What a terminal is told of them: what it is, why it matters, what to do."""
    meant = [f" Did you mean {one.near}?" if one.near else "" for one in strange]
    lines = [
        f"Tecum reads no variable {one.name}.{near}"
        for one, near in zip(strange, meant, strict=True)
    ]
    lines.append("Why it matters: it changes nothing; what was meant by it keeps its default.")
    lines.append(
        "What to do: correct the name, or take it out of the environment; "
        "docs/reference/settings.md lists all."
    )
    return "\n".join([*lines, "(variable.unknown)"])
