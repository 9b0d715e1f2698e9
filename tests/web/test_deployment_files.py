"""What a council's ICT is given: units that stand, a bill of materials that is whole, evidence that exists."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from trigpoint.web.environment import VARIABLES, read_environment

HOME = Path(__file__).parent.parent.parent
_ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| [^|]+ \| [^|]+ \| (.+) \|$", re.MULTILINE)
EVIDENCE = _ROW.findall((HOME / "docs/security/asvs.md").read_text(encoding="utf-8"))


def test_the_table_of_evidence_has_each_number_once() -> None:
    numbers = [number for number, _ in EVIDENCE]
    assert len(numbers) > 35
    assert numbers == sorted(set(numbers), key=lambda number: [int(part) for part in number.split(".")])


@pytest.mark.parametrize(("number", "evidence"), EVIDENCE, ids=[number for number, _ in EVIDENCE])
def test_each_line_of_evidence_exists(number: str, evidence: str) -> None:
    named = re.findall(r"`([^`]+)`", evidence)
    assert named, number
    for one in named:
        path, _, test = one.partition("::")
        assert (HOME / path).is_file(), one
        assert not test or f"def {test}(" in (HOME / path).read_text(encoding="utf-8"), one


def test_every_setting_is_explained() -> None:
    page = (HOME / "docs/deploy/settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"TRIGPOINT_[A-Z_]+", page)) == VARIABLES


TENANT = "11111111-2222-3333-4444-555555555555"


def test_the_example_of_an_environment_lacks_only_its_secrets() -> None:
    text = (HOME / "deploy/environment.example").read_text(encoding="utf-8")
    given = dict(line.split("=", 1) for line in text.splitlines() if not line.startswith("#"))
    told = {name: value.strip('"').replace("TENANT", TENANT) for name, value in given.items()}
    assert set(told) <= VARIABLES
    assert {name for name, value in told.items() if not value} == {
        "TRIGPOINT_SECRET_KEY",
        "TRIGPOINT_CHILD_KEY",
        "TRIGPOINT_OIDC_CLIENT_ID",
        "TRIGPOINT_OIDC_CLIENT_SECRET",
    }
    secret = {"SECRET_KEY": "kX9_qLr7-Zt2bVm4nPs6wYd8fGh1jCk3eRu5iTo0aSxQzBvNyx", "OIDC_CLIENT_ID": "an-id"}
    secret |= {"CHILD_KEY": secret["SECRET_KEY"][::-1], "OIDC_CLIENT_SECRET": "made-by-the-provider"}
    assert read_environment(told | {f"TRIGPOINT_{name}": value for name, value in secret.items()}).faults() == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_the_units_stand(tmp_path: Path) -> None:
    for unit in (HOME / "deploy/systemd").iterdir():
        text = unit.read_text(encoding="utf-8").replace("/opt/trigpoint/bin/trigpoint", shutil.which("true") or "")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, sorted(tmp_path.glob("*.*")))],
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if "trigpoint" in line]
    assert not said


def test_the_commands_that_units_run_exist() -> None:
    commands = HOME / "src/trigpoint/web/administration/management/commands"
    for unit in (HOME / "deploy/systemd").glob("*.service"):
        for name in re.findall(r"trigpoint manage ([a-z-]+)", unit.read_text(encoding="utf-8")):
            assert (commands / f"{name.replace('-', '_')}.py").is_file(), name


def test_the_container_is_no_root_holds_no_secret_and_installs_by_hash() -> None:
    text = (HOME / "deploy/Containerfile").read_text(encoding="utf-8")
    assert re.findall(r"^USER (\d+)$", text, re.MULTILINE) == ["10001"]
    assert "--require-hashes" in text
    assert not re.search(r"(KEY|SECRET|PASSWORD)\w*=", text)
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE):
        assert all((HOME / one).exists() for one in source.split()), source


def test_the_bill_of_materials_lists_the_lock_file() -> None:
    made = [
        subprocess.run(
            [sys.executable, str(HOME / "deploy/sbom.py")], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert made[0] == made[1]
    said = json.loads(made[0])
    lock = (HOME / "requirements/base.txt").read_text(encoding="utf-8")
    assert {f"{one['name']}=={one['version']}" for one in said["components"]} == set(
        re.findall(r"^([A-Za-z0-9._-]+==[^ ;\\]+)", lock.replace("[binary]", ""), re.MULTILINE)
    )
    assert sum(len(one["hashes"]) for one in said["components"]) == lock.count("--hash=sha256:")
    assert all(one["hashes"] and one["purl"].startswith("pkg:pypi/") for one in said["components"])
