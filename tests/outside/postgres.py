"""PostgreSQL, where this machine has it: a server of its own in a folder of its own, then gone."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["programs", "server"]

#: Where Debian has the programs: they are not always on the path.
_DEBIAN = Path("/usr/lib/postgresql")
#: Who runs the server where root runs the tests: PostgreSQL refuses root.
_UNPRIVILEGED = "postgres"


def programs() -> Path | None:
    """Find the folder of the newest server's programs; None where there is none."""
    found = sorted(_DEBIAN.glob("*/bin/pg_ctl"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("pg_ctl")
    newest = found[-1] if found else Path(on_path).resolve() if on_path else None
    return newest.parent if newest and (newest.parent / "initdb").exists() else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a server that listens to a socket in a temporary folder only, and give its URL."""
    place = Path(tempfile.mkdtemp(prefix="samverkan-pg."))
    try:
        owner = _UNPRIVILEGED if os.geteuid() == 0 else None
        if owner:
            shutil.chown(place, owner, owner)
        with _running(folder, place, owner):
            yield f"postgresql+psycopg://samverkan@/postgres?host={place}"
    finally:
        shutil.rmtree(place)


@contextmanager
def _running(folder: Path, place: Path, owner: str | None) -> Iterator[None]:
    no_more: list[str] | None = [] if owner else None

    def run(*command: str | Path) -> None:
        # A server that is started keeps what it was given as its output: a pipe would never end.
        with (place / "said").open("ab") as said:
            subprocess.run(
                [*command, "-D", place / "data"],
                cwd=place,
                check=True,
                stdout=said,
                stderr=said,
                user=owner,
                group=owner,
                extra_groups=no_more,
            )

    # The same letters and the same order on every machine.
    run(folder / "initdb", "-U", "samverkan", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    options = f"-F -c listen_addresses= -c unix_socket_directories={place}"
    try:
        run(folder / "pg_ctl", "start", "-w", "-o", options)
        yield
    finally:
        run(folder / "pg_ctl", "stop", "-m", "immediate")
