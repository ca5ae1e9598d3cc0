"""Opens the log that a command names: a folder of its own, or one whose entries a product keeps."""

from __future__ import annotations

from pathlib import Path

from tecum.errors import UsageError
from tecum.ledger.config import LogConfig
from tecum.ledger.log import Log

__all__ = ["in_folder", "opened"]


def opened(directory: Path) -> Log:
    """The log of a folder; where its entries lie in a product's database, through that.

    Raises:
        UsageError: there is no log, or the folder is not that of an installed product.
    """
    if LogConfig.read(directory).store != "database":
        return Log.open(directory)
    from tecum.web.run import open_product_log

    return open_product_log(directory)


def in_folder(directory: Path, why: str, do: str) -> Path:
    """The folder, for a command that needs the entries as files in it.

    Raises:
        UsageError: its entries lie in a product's database.
    """
    if LogConfig.read(directory).store == "database":
        raise UsageError(
            "This command works on a log whose entries lie in its folder.",
            why=why,
            do=do,
            code="log.database",
        )
    return directory
