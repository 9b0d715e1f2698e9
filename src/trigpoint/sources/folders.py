"""The folders that were given, with their files recognised: one folder is one authority's.

A folder named by a year holds what the authority of the folder around it gave for that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trigpoint.sources.file import SourceFile, is_archive, look
from trigpoint.sources.formats import formats, is_yearly
from trigpoint.sources.issue import Issue, Refused

_DATA = {".csv", ".tsv", ".parquet", ".pq"}
"""Endings of files that are meant as data: when such a file cannot be read, nothing is loaded."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)", re.ASCII)
_NO_FORMAT = "its name is no table of the dataset and its headings are those of no return"


@dataclass
class Folder:
    """A folder by the name of its authority.

    `kinds` holds its files by format and by what each is in that format, `wholes` those that are a return each.
    `issues` are what there is to tell of a folder that was made of a database.
    """

    name: str
    kinds: dict[str, dict[str, SourceFile]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    wholes: list[tuple[str, dict[str, SourceFile]]] = field(default_factory=list)

    @property
    def given(self) -> Iterator[tuple[str, dict[str, SourceFile]]]:
        """Every format with the files that belong together."""
        yield from sorted(self.kinds.items())
        yield from self.wholes


def folders(paths: Sequence[Path]) -> tuple[list[Folder], list[Issue]]:
    """Every folder that holds something to load, and warnings of what is left out. Raises Refused."""
    search = _Search()
    loose: dict[Path, list[Path]] = {}
    given = [path for path in map(Path, paths) if path.is_dir()]
    for path in map(Path, paths):
        if path.is_dir():
            search.folder(path, f"{path.name}/" if len(given) > 1 else "")
        else:
            loose.setdefault(path.resolve().parent, []).append(path)
    for parent, files in loose.items():
        within = f"{parent.name}/" if len(loose) > 1 else ""
        search.add(parent, [(file, f"{within}{file.name}") for file in files], given=True)
    if search.troubles:
        raise Refused(*search.troubles)
    if not search.found:
        where = ", ".join(map(str, paths)) or "no path"
        mend = "give a folder of CSV or Parquet files named by table (ssd_person.csv) or the files of a return"
        raise Refused(Issue(where, None, "", "nothing here is recognised", mend), *search.issues)
    return search.found, search.issues


class _GivenTwice(Refused):
    """Two files of one kind: to leave out either would be a guess, whatever their names end in."""


class _Search:
    def __init__(self) -> None:
        self.found: list[Folder] = []
        self.issues: list[Issue] = []
        self.troubles: list[Issue] = []

    def folder(self, path: Path, within: str) -> None:
        """A folder of files, or, when none of its files is recognised, of folders of files. `within` begins names."""
        try:
            entries = sorted(p for p in path.iterdir() if not p.name.startswith("."))
        except OSError as error:
            mend = "check its permissions"
            self.troubles.append(Issue(str(path), None, "", f"the folder cannot be opened ({error.strerror})", mend))
            return
        inner = [p for p in entries if p.is_dir()]
        taken = self.add(path, [(p, f"{within}{p.name}") for p in entries if not p.is_dir()])
        for folder in inner:
            if taken:
                what = "the folder lies beside files that were recognised and was left out"
                mend = "load it by its own path if it is meant"
                self.issues.append(Issue(f"{within}{folder.name}/", None, "", what, mend, "warning"))
            else:
                self._authority(folder, within)

    def _authority(self, path: Path, within: str) -> None:
        """A folder of files, or of folders that each hold a year."""
        taken = self._files(path, within)
        if not taken:
            years = sorted(p for p in path.iterdir() if p.is_dir() and _is_year(p))
            found = [self._files(year, f"{within}{path.name}/") for year in years]
            taken = any(found)
        if not taken:
            what, mend = "nothing in the folder is recognised and it was left out", "check what it holds"
            self.issues.append(Issue(f"{within}{path.name}/", None, "", what, mend, "warning"))

    def _files(self, path: Path, within: str) -> bool:
        files = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        return self.add(path, [(p, f"{within}{path.name}/{p.name}") for p in files])

    def add(self, path: Path, files: Sequence[tuple[Path, str]], *, given: bool = False) -> bool:
        """Recognise the files of one folder; whether any was."""
        folder = Folder(_authority_of(path.resolve()))
        troubled = len(self.troubles)
        for file, name in files:
            self._add_file(folder, file, name, given=given)
        if folder.kinds or folder.wholes:
            self.found.append(folder)
        return bool(folder.kinds or folder.wholes) or len(self.troubles) > troubled

    def _add_file(self, folder: Folder, path: Path, name: str, *, given: bool) -> None:
        try:
            file = look(path, name)
            kind = _recognise(folder, file)
        except Refused as problem:
            if given or path.suffix.lower() in _DATA or is_archive(path) or isinstance(problem, _GivenTwice):
                self.troubles += problem.issues
            else:
                self.issues += [
                    Issue(i.file, i.row, "", f"left out: {i.what}", i.mend, "warning") for i in problem.issues
                ]
            return
        if kind:
            return
        what, mend = f"the file is not recognised: {_NO_FORMAT}", "check its name and headings"
        issue = Issue(name, None, "", what, mend, "error" if given else "warning")
        (self.troubles if given else self.issues).append(issue)


def _is_year(path: Path) -> bool:
    """Whether a folder is named by a year, as `2024`, `2023-24` or `SSDA903 2023_24` are."""
    return bool(_YEAR.search(path.name))


def _authority_of(path: Path) -> str:
    return path.parent.name if _is_year(path) and path.parent.name else path.name


def _recognise(folder: Folder, file: SourceFile) -> bool:
    """Put a file into its folder under the first format that knows it."""
    for name, one in formats().items():
        if kind := one.recognise(file):
            if is_yearly(one) and one.is_whole(kind):
                folder.wholes.append((name, {kind: file}))
                return True
            kinds = folder.kinds.setdefault(name, {})
            if kind in kinds:
                what = f"{kind} is given twice: here and in {kinds[kind].name}"
                mend = "keep the file that is meant and move the other away"
                raise _GivenTwice(Issue(file.name, None, "", what, mend))
            kinds[kind] = file
            return True
    if refusal := file.unrecognised():
        raise refusal
    return False
