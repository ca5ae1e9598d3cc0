"""The public page as files that any host can serve: pages, values, the head, the verifier."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from tecum.web.public.page import PAGE_ROWS, Publication

__all__ = ["write_out"]


def write_out(one: Publication, folder: Path) -> list[str]:
    """Write the pages into a folder and take back those that are no longer said.

    Every file is whole at every moment. What is still under embargo when this runs is in none
    of them; run it again after its instant.

    Returns:
        The names of the files.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        _page(number): one.to_html(
            at, verify_url="verify.html", json_url="public.json", older=_page(number + 1)
        ).encode()
        for number, at in enumerate(range(0, max(1, len(one.demands)), PAGE_ROWS))
    }
    content["public.json"] = json.dumps(one.to_json(), indent=1, ensure_ascii=False).encode()
    content["verify.html"] = files("tecum.ledger.verifier").joinpath("verify.html").read_bytes()
    if one.head is not None:
        content["checkpoint"] = one.head.note.encode()
    for name, data in content.items():
        _write(folder / name, data)
    for old in folder.glob("page-*.html"):
        if old.name not in content:
            old.unlink()
    return list(content)


def _page(number: int) -> str:
    return "index.html" if number == 0 else f"page-{number + 1}.html"


def _write(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
