"""The settings, each an environment variable `HUB_…`; the README's table lists them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import HubError
from layouts.language import ENGLISH, languages, require_catalogue

EMBEDDED_DATABASE = Path("var/reporting.sqlite")
EMBEDDED_URL = f"sqlite:///{EMBEDDED_DATABASE}"


class WrongSetting(HubError):
    """A setting has a value that cannot be used; the sentence names it."""

    status = 400


class Settings(BaseSettings):
    """What can be set from outside; a wrong value stops the start."""

    model_config = SettingsConfigDict(env_prefix="HUB_", extra="ignore", frozen=True)

    database_url: str = Field(EMBEDDED_URL, description="the reporting database")
    profile: Literal["plain", "eu", "un", "coe"] = Field(
        "plain", description="how Kosovo is designated in print"
    )
    language: str = Field(
        ENGLISH, description="the language of sentences, of those that there is a catalogue for"
    )
    workers: int = Field(2, ge=1, le=64, description="processes that serve")
    trusted_hosts: str = Field(
        "", description="names, separated by commas, under which the server answers; empty = any"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="how much is logged"
    )

    small_numbers: int = Field(
        5, ge=0, le=50, description="below it a split of people is withheld; 0 withholds nothing"
    )
    office_holders_exempt: bool = Field(
        True, description="whether counts of mayors and local leaders are shown however small"
    )

    quiet_months: int = Field(
        12, ge=1, le=120, description="months without contact after which a member is quiet"
    )
    open_days: int = Field(
        90, ge=1, le=3650, description="days after which an open request has waited for long"
    )

    @field_validator("language")
    @classmethod
    def _has_a_catalogue(cls, language: str) -> str:
        if language not in languages():
            known = {"known": ", ".join(languages())}
            raise PydanticCustomError("language", "there are sentences in {known}", known)
        require_catalogue(language)
        return language

    @property
    def uses_embedded_database(self) -> bool:
        """Whether the database is the SQLite file that the dashboard makes itself."""
        return self.database_url == EMBEDDED_URL

    @property
    def hosts(self) -> tuple[str, ...]:
        """The trusted hosts as a tuple; empty = any."""
        return tuple(host.strip() for host in self.trusted_hosts.split(",") if host.strip())


def read_settings() -> Settings:
    """Read the settings from the environment; WrongSetting names the first that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"HUB_{'_'.join(str(part) for part in first['loc'])}".upper()
        raise WrongSetting(f"{name}: {first['msg']}, but it is {first['input']!r}.") from error
