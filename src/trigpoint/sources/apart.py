"""Files read in a process of their own, with limits of time and memory: what breaks the reader breaks nothing else."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, cast

import pyarrow as pa
import pyarrow.ipc

from trigpoint.sources.issue import Issue, Refused
from trigpoint.sources.limits import MAX_CPU_SECONDS, MAX_MEMORY_BYTES, MEMORY_PER_BYTE, SECONDS_PER_MEGABYTE
from trigpoint.sources.part import Part
from trigpoint.sources.planning import Plan, plan

_NOTHING = pa.table({})
_ONCE_MORE = b"\n"


@dataclass(frozen=True)
class Limits:
    """What the process may take: seconds of processor time, and bytes of memory."""

    seconds: int
    memory: int


def limits_for(paths: Sequence[Path]) -> Limits:
    """Limits by the size of what is to be read, so that a nation's extract passes and a bomb does not."""
    sizes = [file.stat().st_size for path in paths for file in _files(path)]
    seconds = MAX_CPU_SECONDS + sum(sizes) // 1_000_000 * SECONDS_PER_MEGABYTE
    return Limits(seconds, MAX_MEMORY_BYTES + max(sizes, default=0) * MEMORY_PER_BYTE)


def _files(path: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from (file for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file())


@contextmanager
def planned_apart(
    paths: Sequence[Path], authority: str = "", limits: Limits | None = None
) -> Iterator[tuple[Plan, Iterator[Part]]]:
    """What would be loaded, and its parts as they are read in another process. Raises Refused as `plan` does.

    The process is ended when the block is left. One that goes beyond its limits, or breaks, is a refusal.
    """
    allowed = limits or limits_for(paths)
    with tempfile.TemporaryDirectory(prefix="trigpoint-reading-") as home:
        command = [sys.executable, "-m", "trigpoint.sources.apart", home, str(allowed.seconds), str(allowed.memory)]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "env": _environment()}
        with subprocess.Popen(command, **pipes) as process:  # noqa: S603 - our own program, no word of a file in it
            into, out = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
            try:
                _send(into, ([Path(path) for path in paths], authority))
                yield _receive(process, out, paths), _parts(process, into, out, paths)
            finally:
                process.kill()
                with contextlib.suppress(OSError):
                    into.close()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _parts(process: subprocess.Popen[bytes], into: IO[bytes], out: IO[bytes], paths: Sequence[Path]) -> Iterator[Part]:
    while (said := _receive(process, out, paths)) is not None:
        part, file = said
        with pa.memory_map(file) as source:
            data = pa.ipc.open_file(source).read_all()
            into.write(_ONCE_MORE)  # the next part is read while this one is taken
            into.flush()
            yield replace(part, data=data)
        with contextlib.suppress(OSError):  # where a file that is open cannot be removed, it goes with its folder
            Path(file).unlink()


def _send(out: IO[bytes], what: object) -> None:
    pickle.dump(what, out)
    out.flush()


def _receive(process: subprocess.Popen[bytes], out: IO[bytes], paths: Sequence[Path]) -> Any:
    """What the process says next; None when it has said all. It is our own program, reading files that are not."""
    try:
        said = pickle.load(out)  # noqa: S301
    except (EOFError, pickle.UnpicklingError):
        raise _broken(process.wait(), paths) from None
    if isinstance(said, list):
        raise Refused(*said)
    return said


def _broken(code: int, paths: Sequence[Path]) -> Refused:
    where = ", ".join(map(str, paths))
    what = f"the files need more time or memory to be read than is allowed (the reader ended with {code})"
    return Refused(
        Issue(where, None, "", what, "load them one by one to find the one that is damaged, and export it again")
    )


def _limit(seconds: int, memory: int) -> None:
    """Set the limits of this process; where the system knows none, as on Windows, there are none."""
    try:
        import resource  # noqa: PLC0415 - not everywhere
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(home: Path, out: IO[bytes], into: IO[bytes]) -> None:
    """In the process: say the plan, then each part once the one before was received, then that it was the last."""
    paths, authority = pickle.load(into)  # noqa: S301 - from the process that began this one
    try:
        planned = plan(paths, authority)
        _send(out, planned)
        for number, part in enumerate(planned.parts()):
            file = home / f"{number}.arrow"
            with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, part.data.schema) as writer:
                writer.write_table(part.data)
            _send(out, (replace(part, data=_NOTHING), str(file)))
            if into.read(1) != _ONCE_MORE:
                return
        _send(out, None)
    except Refused as refusal:
        _send(out, refusal.issues)
    except MemoryError:
        os._exit(1)


def main(arguments: Sequence[str]) -> None:
    """Read what standard input names, and say on standard output what there is; nothing else is printed there."""
    home, seconds, memory = arguments
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(int(seconds), int(memory))
    _read(Path(home), out, sys.stdin.buffer)


if __name__ == "__main__":
    from trigpoint.records.without_pandas import start_without_pandas

    start_without_pandas()
    gc.disable()  # it lives as long as the files are read, and no reader makes cycles that are worth the search
    main(sys.argv[1:])
