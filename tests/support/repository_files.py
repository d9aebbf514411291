"""The repository's files: what is committed and what is about to be."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("assets", "callbacks", "dashboard", "data", "layouts")


def repository_files(*folders: str) -> list[Path]:
    """List the files that git keeps or would add, as paths below ROOT."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"]
    listed = subprocess.check_output([*command, *folders], cwd=ROOT, text=True)
    names = dict.fromkeys(filter(None, listed.split("\0")))
    return [Path(name) for name in names if (ROOT / name).is_file()]
