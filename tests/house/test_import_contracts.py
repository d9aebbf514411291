"""Each folder imports only what lies below it."""

import subprocess
import sys
import tomllib
from pathlib import Path

from repository_files import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")


def test_the_contracts_hold() -> None:
    command = [LINTER, "--no-cache"]
    seen = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert seen.returncode == 0, seen.stdout + seen.stderr


def test_the_contracts_say_which_folder_may_import_what() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert layers == ["dashboard", "callbacks", "layouts", "data"]
    forbidden = {
        (source, module)
        for contract in contracts
        if contract["type"] == "forbidden"
        for source in contract["source_modules"]
        for module in contract["forbidden_modules"]
    }
    assert forbidden >= {
        ("data", "dash"),
        ("data", "flask"),
        ("data", "plotly"),
        ("layouts", "sqlalchemy"),
        ("callbacks", "sqlalchemy"),
        ("callbacks", "pandas"),
        ("callbacks", "plotly"),
    }
