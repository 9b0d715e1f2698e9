"""`python fuzz_guided.py FILE_NAME FOLDER [libFuzzer options]`: inputs that try to reach every line of a reader."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))
with atheris.instrument_imports(include=["trigpoint.sources"]):
    from fuzz_seeds import taken


def main(name: str, arguments: list[str]) -> None:
    """Feed a file of this name with whatever the fuzzer thinks of."""
    with tempfile.TemporaryDirectory() as home:

        def one(content: bytes) -> None:
            taken(Path(home), name, content)

        atheris.Setup([sys.argv[0], *arguments], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
