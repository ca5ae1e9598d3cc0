"""The command ``tecum``: one module a noun, loaded only when it is called.

Exit status as CONTRACTS says: 0 done, 2 usage, 3 unusable data, 4 missing dependency,
5 check failed. Errors are printed in their three texts, never as a trace.
"""

from __future__ import annotations

import sys

try:
    import contextlib
    import importlib
    import io
    import os
    from collections.abc import Callable, Sequence
    from itertools import pairwise
    from pathlib import Path
    from types import ModuleType

    from tecum.cli.terminal import Waiting, shown
    from tecum.errors import TecumError, nearest
    from tecum.variables import said_of, strange_in
except KeyboardInterrupt:
    # Before there is anything to catch it further down.
    sys.stderr.write("Interrupted.\n")
    sys.exit(130)

__all__ = ["COMMANDS", "main"]

COMMANDS: dict[str, tuple[str, str]] = {
    "triage": ("tecum.cli.triage", "Read, reckon, decide: one page a person can act on."),
    "read": ("tecum.cli.read", "What each file says, field by field, and where."),
    "propose": ("tecum.cli.propose", "What a public document says, as proposed events."),
    "evaluate": ("tecum.cli.evaluate", "Score the reader on documents whose truth is known."),
    "due": ("tecum.cli.due", "Count a date and show every counted day."),
    "calendars": ("tecum.cli.calendars", "Closed days, their sources and versions."),
    "decide": ("tecum.cli.decide", "What the rules say on given facts, and why."),
    "packs": ("tecum.cli.packs", "Check, compare, sign, review packs."),
    "replay": ("tecum.cli.replay", "What a change of law would change, before it is made."),
    "example": ("tecum.cli.example", "Known situations, before and after the courts' orders."),
    "log": ("tecum.cli.log", "The log as files, usable without the product."),
    "exchange": ("tecum.cli.exchange", "Demands and answers as files between offices."),
    "verify": ("tecum.ledger.__main__", "Check a receipt offline."),
    "dispute": ("tecum.cli.dispute", "What both sides' receipts establish, and what not."),
    "thread": ("tecum.cli.thread", "Check a public thread file."),
    "report": ("tecum.cli.report", "Count the docket; reports that law asks for."),
    "serve": ("tecum.cli.product", "Run the product on this machine."),
    "demo": ("tecum.cli.product", "Run the product with demonstration data."),
    "rebuild": ("tecum.cli.product", "Rebuild the projections from the entries."),
    "reread": ("tecum.cli.product", "Read again what an older reader read."),
    "publish": ("tecum.cli.product", "Write what the office published as files for any host."),
    "doctor": ("tecum.cli.doctor", "What is missing, what that costs, how to get it."),
}
"""Command → the module that holds it, and one line of help.

Every module but the verifier offers ``run(arguments) -> int`` for its command (``arguments``
begins with the command's own name).
"""


GROUPS: dict[str, tuple[str, ...]] = {
    "A document": ("triage", "read", "propose", "evaluate"),
    "Dates and rules": ("due", "calendars", "decide", "packs", "replay", "example"),
    "Proof": ("log", "exchange", "verify", "dispute", "thread"),
    "The product": ("report", "serve", "demo", "rebuild", "reread", "publish", "doctor"),
}
"""How the help groups them; every command stands in one group."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    try:
        return _run(argv)
    except KeyboardInterrupt:
        print("Interrupted. What was finished is kept.", file=sys.stderr)
        return 130


def _run(argv: Sequence[str] | None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        return _flushed(_help)
    if arguments[0] == "--version":
        from tecum import __version__

        print(f"tecum {__version__}")
        return 0
    name = arguments[0]
    if name not in COMMANDS:
        near = nearest(name, COMMANDS)
        hint = f' Did you mean "{near}"?' if near else ' See "tecum --help".'
        print(shown(f'tecum: no command "{name}".{hint}'), file=sys.stderr)
        return 2
    _let_any_text_out()
    _say_strange_variables()
    if name not in _READING:
        return _flushed(lambda: _ended(name, arguments))
    from tecum.kept import is_keeping, keep_between_commands

    keep_between_commands(name)
    status = _flushed(lambda: _ended(name, arguments))
    if is_keeping():
        _keep_what_was_made()
    return status


def _flushed(work: Callable[[], int]) -> int:
    """The status of the work, whether or not anybody read its output to the end."""
    status = 0
    try:
        status = work()
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        _forget_output()
    return status


def _ended(name: str, arguments: list[str]) -> int:
    module = COMMANDS[name][0]
    try:
        loaded = _loaded(name, module, arguments)
        if name == "verify":
            return int(loaded.main(arguments[1:]))
        return int(loaded.run(arguments))
    except TecumError as error:
        print(f"tecum {name}: {shown(error.diagnostics())}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        _forget_output()
        return 0
    except ModuleNotFoundError as error:
        print(
            f'tecum {name}: the Python package "{error.name}" is not installed.\n'
            'What to do: install Tecum again; "tecum doctor" says what else is missing.\n'
            "(dependency.missing)",
            file=sys.stderr,
        )
        return 4
    except Exception as error:
        if os.environ.get("TECUM_DEBUG"):
            raise
        print(
            f"tecum {name}: stopped by a mistake in Tecum itself ({type(error).__name__}).\n"
            "Why it matters: nothing was decided or recorded by this command.\n"
            "What to do: report it; TECUM_DEBUG=1 shows where it happened.\n(internal)",
            file=sys.stderr,
        )
        return 3


def _loaded(name: str, module: str, arguments: Sequence[str]) -> ModuleType:
    if name not in _READING:
        return importlib.import_module(module)
    from tecum.instruments.compiled import compiled_while_loading

    with Waiting(_FIRST), compiled_while_loading():
        if name in _OPENING:
            _begin_to_open(arguments)
        return importlib.import_module(module)


def _keep_what_was_made() -> None:
    """Keep it for the commands that follow, once whoever waits has the answer."""
    from tecum.kept import write_what_is_new

    # Whoever reads the answer through a pager has the terminal for that.
    with Waiting(_KEEPING) if sys.stdout.isatty() else contextlib.nullcontext():
        if "tecum.instruments.sought" in sys.modules:
            sys.modules["tecum.instruments.sought"].take_apart_what_was_sought()
        write_what_is_new()


_FIRST = "Getting ready; the first command of a version takes longest"
_KEEPING = "The answer is out; keeping what makes later commands quicker"
_READING = ("triage", "read", "propose", "evaluate")
_OPENING = ("triage", "read")
_WITHOUT_VALUE = ("--json", "--why")


def _begin_to_open(arguments: Sequence[str]) -> None:
    """Have the first file that is named opened while the command itself is loaded."""
    for before, name in pairwise(arguments):
        is_value = before.startswith("-") and before not in _WITHOUT_VALUE
        if not name.startswith("-") and not is_value and Path(name).is_file():
            from tecum.cli.files import open_ahead

            open_ahead(name)
            return


def _let_any_text_out() -> None:
    """Let no odd file name or narrow terminal encoding end a command in the middle."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say_strange_variables() -> None:
    """Say which variables look like Tecum's and are none, before anything is done without them."""
    if found := strange_in(os.environ):
        print(shown(f"tecum: {said_of(found)}"), file=sys.stderr)


def _forget_output() -> None:
    """Whoever read the output has gone: let nothing complain about it at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _help() -> int:
    print(
        "tecum: a docket for legal demands on records. Not legal advice.\n\n"
        "Usage: tecum COMMAND …\n"
    )
    for title, names in GROUPS.items():
        print(title)
        for name in names:
            print(f"  {name:<10} {COMMANDS[name][1]}")
        print()
    print("Help on one command: tecum COMMAND --help")
    return 0


if __name__ == "__main__":
    sys.exit(main())
