"""A real PostgreSQL server that lives as long as the tests do."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

SECONDS_TO_START = 60
SECONDS_TO_STOP = 20
BINARY_FOLDERS = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql*/bin")
# Nothing here has to outlive a power cut.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def free_port() -> int:
    """Ask the system for a port of 127.0.0.1 that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator["TemporaryPostgres"]:
    """Start a PostgreSQL server of our own on a free port and stop it after the last test."""
    server = TemporaryPostgres()
    try:
        server.start()
        yield server
    finally:
        server.stop()


@dataclass
class TemporaryPostgres:
    """One server in a folder of its own; it answers on 127.0.0.1 only, to one password."""

    # Not in pytest's own folder: only its owner may enter that, and a socket's path must be short.
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="hub-pg-")))
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_hex(8))
    process: subprocess.Popen[bytes] | None = None

    def url(self, database: str) -> str:
        """Give the SQLAlchemy URL of a database of this server."""
        return f"postgresql+psycopg://hub:{self.password}@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def new_database(self) -> Iterator[str]:
        """Make an empty database, give its SQLAlchemy URL, drop it afterwards."""
        name = f"hub_{secrets.token_hex(6)}"
        self.say(f"CREATE DATABASE {name}")
        try:
            yield self.url(name)
        finally:
            self.say(f"DROP DATABASE {name} WITH (FORCE)")

    def say(self, statement: str) -> None:
        """Run one statement as the server's owner, outside a transaction."""
        with psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user="hub",
            password=self.password,
            dbname="postgres",
            autocommit=True,
        ) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Make the cluster, start the server and wait until it answers."""
        binaries = server_binaries()
        self.make_cluster(binaries)
        options = [*SPEED, "listen_addresses=127.0.0.1", f"unix_socket_directories={self.folder}"]
        command = [binaries / "postgres", "-D", self.folder / "cluster", "-p", str(self.port)]
        for option in options:
            command += ["-c", option]
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self.folder, **server_owner()
            )
        self.wait_until_it_answers()

    def make_cluster(self, binaries: Path) -> None:
        """Run initdb in the folder, which then belongs to the server's owner."""
        password_file = self.folder / "password"
        password_file.write_text(self.password)
        owner = server_owner()
        if owner:
            for path in (self.folder, password_file):
                os.chown(path, owner["user"], owner["group"])
        command = [binaries / "initdb", "-D", self.folder / "cluster", "-U", "hub", "--no-sync"]
        command += ["--encoding=UTF8", "--locale=C.UTF-8"]
        command += ["--auth=scram-sha-256", f"--pwfile={password_file}"]
        made = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=self.folder, **owner
        )
        if made.returncode:
            pytest.fail(f"initdb made no cluster: {made.stderr}")

    def wait_until_it_answers(self) -> None:
        """Return when the server takes a statement; fail with its log when it does not."""
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                self.say("SELECT 1")
            except psycopg.OperationalError:
                ended = self.process is None or self.process.poll() is not None
                if ended or time.monotonic() > deadline:
                    log = (self.folder / "log").read_text(errors="replace")
                    pytest.fail(f"PostgreSQL does not answer on port {self.port}:\n{log}")
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """End the server, politely first, and remove its folder."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder)


def server_binaries() -> Path:
    """Find the folder with initdb and postgres, the newest version first."""
    config = shutil.which("pg_config")
    told = subprocess.check_output([config, "--bindir"], text=True).strip() if config else ""
    on_path = shutil.which("initdb")
    known = [folder for pattern in BINARY_FOLDERS for folder in Path("/").glob(pattern)]
    candidates = [told and Path(told), *sorted(known, reverse=True)]
    candidates.append(on_path and Path(on_path).resolve().parent)
    for folder in filter(None, candidates):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    pytest.fail("No PostgreSQL server binaries (initdb, postgres): run scripts/bring-test-tools.")


def server_owner() -> dict[str, Any]:
    """Name the user who runs the server, as Popen takes it: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
