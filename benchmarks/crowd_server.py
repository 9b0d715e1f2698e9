"""`python -m benchmarks.crowd_server TIMES serve ...`: `trigpoint serve ...`, which writes down how long answers took.

The time of an answer begins when the server takes the connection up, so that waiting for a free thread counts, and
ends when the last byte is handed over. A line of TIMES is the kind that the crowd's browser asked for and the seconds;
what is asked for without a kind is not measured.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from gunicorn.workers import gthread

KIND = "X-Crowd-Kind"
"""The header by which a browser of the crowd says of which kind its page is."""
_TIMES = "CROWD_TIMES"


class _Timed(gthread.ThreadWorker):  # type: ignore[misc]
    """Gunicorn's worker with a clock."""

    def enqueue_req(self, conn: Any) -> None:
        """Begin to measure: from here on the connection waits for a thread."""
        conn.began = perf_counter()
        super().enqueue_req(conn)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Answer, and write down what it took."""
        try:
            return super().handle_request(req, conn)
        finally:
            kind = next((value for name, value in req.headers if name == KIND.upper()), "")
            if kind:
                _write(f"{kind} {perf_counter() - conn.began:.6f}\n")


def server_times(file: Path) -> dict[str, list[float]]:
    """The seconds of each answer by kind of page."""
    found: dict[str, list[float]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        kind, seconds = line.split()
        found.setdefault(kind, []).append(float(seconds))
    return found


def _write(line: str) -> None:
    """Append a line whole, whichever process writes."""
    handle = os.open(os.environ[_TIMES], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(handle, line.encode())
    os.close(handle)


def main() -> None:
    """Serve with the clock."""
    from trigpoint.cli.app import main as trigpoint  # noqa: PLC0415 - only the server needs it

    os.environ[_TIMES] = sys.argv[1]
    gthread.ThreadWorker = _Timed
    sys.argv = ["trigpoint", *sys.argv[2:]]
    trigpoint()


if __name__ == "__main__":
    main()
