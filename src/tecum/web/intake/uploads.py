"""An upload on its way in: a file without a name in the data folder, never longer than allowed.

The file has no name on the disk, so that it is gone with the process however that ends, and
nothing of what the sender called it is written anywhere. What is too long, or does not fit on
the disk, is dropped as it comes; reading it then says why.
"""

from __future__ import annotations

import contextlib
import io
import tempfile
from typing import Any, BinaryIO, NoReturn

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from tecum.errors import TecumError
from tecum.web.intake.errors import DiskFull, TooLarge

__all__ = ["NamelessUpload"]


class Dropped(io.RawIOBase):
    """Stands for an upload that was not kept; reading it raises the reason."""

    def __init__(self, reason: TecumError) -> None:
        self.reason = reason

    def readable(self) -> bool:
        """It can be asked."""
        return True

    def read(self, size: int = -1) -> NoReturn:
        """Say why there is nothing.

        Raises:
            TooLarge, DiskFull: why it was dropped.
        """
        raise self.reason


class NamelessUpload(FileUploadHandler):
    """Takes each file of a form into a nameless file of the data folder."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        # Closed with the request, which may be long after this method.
        held: Any = tempfile.TemporaryFile(dir=settings.HOME.incoming)  # noqa: SIM115
        self._file: BinaryIO | None = held
        self._size = 0
        self._reason: TecumError | None = None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, or drop the whole file where there is no room for it."""
        self._size += len(raw_data)
        if self._file is None:
            return
        limit_mb = settings.CONFIG.upload_limit_mb
        try:
            if self._size > limit_mb << 20:
                raise TooLarge(limit_mb)
            self._file.write(raw_data)
        except OSError as error:
            self._drop(DiskFull(error.strerror or "input/output error"))
        except TooLarge as error:
            self._drop(error)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The file, to be read from its beginning."""
        held: Any = self._file
        if self._reason is not None:
            held = Dropped(self._reason)
        else:
            held.seek(0)
        return UploadedFile(
            file=held,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )

    def upload_interrupted(self) -> None:
        """The sender went away in the middle."""
        if getattr(self, "_file", None) is not None:
            self._drop(TooLarge(settings.CONFIG.upload_limit_mb))

    def _drop(self, reason: TecumError) -> None:
        self._reason = reason
        file, self._file = self._file, None
        if file is not None:
            # What was buffered cannot be written either; there is nothing left to save.
            with contextlib.suppress(OSError):
                file.close()
