"""A PostgreSQL server of its own for one test run: no network, no password, thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.patience import WAIT

__all__ = ["binaries", "running"]


def binaries() -> Path | None:
    """The folder of the server's programs, None where there is no server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).parent if on_path else None


@contextmanager
def running() -> Iterator[str]:
    """A server with an empty database; gives its address for ``TECUM_TEST_DATABASE``."""
    programs = binaries()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="tecum-pg-"))
    as_root = os.geteuid() == 0
    if as_root:
        shutil.chown(folder, "postgres")

    def run(*words: str) -> None:
        prefix = ["runuser", "-u", "postgres", "--"] if as_root else []
        subprocess.run(
            [*prefix, str(programs / words[0]), *words[1:]],
            check=True,
            capture_output=True,
            timeout=2 * WAIT,
            cwd=folder,
        )

    data = str(folder / "data")
    run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync", "-E", "UTF8")
    options = f"-k {folder} -c listen_addresses='' -c max_connections=40 -c fsync=off"
    run("pg_ctl", "-D", data, "-w", "-t", str(WAIT), "-o", options, "-l", f"{folder}/log", "start")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
