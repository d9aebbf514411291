"""The README's table of settings says what the code does."""

import re

from pydantic_core import PydanticUndefined

from dashboard.settings import Settings
from repository_files import ROOT

ROW = re.compile(r"^\|\s*`(HUB_[A-Z0-9_]+)`\s*\|\s*([^|]*?)\s*\|\s*[^|]+\|\s*$", re.MULTILINE)


def as_written(default: object) -> str:
    """Write a default as the table does: a dash for none, true and false in small letters."""
    if default is None or default is PydanticUndefined or default == "":
        return "—"
    return str(default).lower() if isinstance(default, bool) else str(default)


def test_the_table_of_settings_names_each_setting_and_its_default() -> None:
    table = dict(ROW.findall((ROOT / "README.md").read_text("utf-8")))
    prefix = Settings.model_config["env_prefix"]
    settings = {
        f"{prefix}{name}".upper(): as_written(field.get_default(call_default_factory=True))
        for name, field in Settings.model_fields.items()
    }
    assert {name: default.strip("`") for name, default in table.items()} == settings
