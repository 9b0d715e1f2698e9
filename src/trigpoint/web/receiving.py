"""Files as they come from a browser: counted while they come, and stopped at the limit of the address they come to."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from trigpoint.web.pages import declared, most_of
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of

_FIELDS = 3_000_000
"""Bytes that the fields of a form may have beside its files."""
_REFUSED = "trigpoint_upload_refused"


def upload_refused(request: HttpRequest) -> str:
    """Why files that came with a form were not taken, as a sentence; empty where they were."""
    return str(getattr(request, _REFUSED, "")) if request.FILES is not None else ""  # reading them is what counts them


def receiving_folder() -> Path:
    """Where a file lies while it comes: beside the application's own, not where everybody's are."""
    folder = Path(settings.ENVIRONMENT.data) / "receiving"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


class LimitedUploadHandler(FileUploadHandler):
    """Counts what comes. Nothing is kept for an address that takes no files, or from somebody who may not send any.

    Who may send files gets the sentence, and what is too much is read and dropped; nobody else is read to the end.
    """

    request: HttpRequest

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: dict[str, str],  # noqa: N803 - Django's own name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look up what may come before the first byte does."""
        del input_data, META, boundary, encoding
        self._each, self._together = _limits(self.request)
        self._size = self._taken = 0
        self._is_over = content_length > self._together + _FIELDS

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The beginning of a file."""
        super().new_file(*args, **kwargs)
        self._size = 0
        if self._is_over:
            self._stop(f"The files are larger than {_words(self._together)} together: bring fewer or smaller ones.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """A part of a file, which goes on to whoever keeps it."""
        del start
        self._size += len(raw_data)
        self._taken += len(raw_data)
        if self._size > self._each:
            self._stop(f"{self.file_name} is larger than {_words(self._each)}: bring a smaller one, or split it.")
        if self._taken > self._together:
            self._stop(f"The files are larger than {_words(self._together)} together: bring fewer.")
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing: the next handler keeps it."""

    def _stop(self, why: str) -> None:
        setattr(self.request, _REFUSED, why)
        raise StopUpload(connection_reset=not self._together)


class ReceivedFileHandler(TemporaryFileUploadHandler):
    """Keeps a large file while it comes, in the folder of the application."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The beginning of a file."""
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = _ReceivedFile(str(self.file_name), str(self.content_type), self.charset)


class _ReceivedFile(TemporaryUploadedFile):
    """A file that goes when it is closed."""

    def __init__(self, name: str, content_type: str, charset: str | None) -> None:
        file = tempfile.NamedTemporaryFile(suffix=".upload", dir=receiving_folder())  # noqa: SIM115 - it closes itself
        UploadedFile.__init__(self, file, name, content_type, 0, charset)


def _limits(request: HttpRequest) -> tuple[int, int]:
    """Bytes of one file and of all together that this person may send to this address."""
    view = request.resolver_match.func if request.resolver_match else None
    action = (declared(view) or {}).get(request.method or "") if view else None
    if view is None or action is None or not can(actor_of(request), action):
        return 0, 0
    return most_of(view)


def _words(size: int) -> str:
    return next(
        (f"{size // unit} {name}" for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")) if size >= unit),
        f"{size} bytes",
    )
