"""PostgreSQL, where this machine has it: a server of its own in a folder of its own, then gone."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IXOTH

__all__ = ["programs", "server"]

#: Where Debian has the programs: they are not always on the path.
_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Find the folder of the newest server's programs; None where there is none."""
    found = sorted(_DEBIAN.glob("*/bin/pg_ctl"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("pg_ctl")
    newest = found[-1] if found else Path(on_path).resolve() if on_path else None
    return newest.parent if newest and (newest.parent / "initdb").exists() else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a server that listens to a socket in a temporary folder only, and give its URL."""
    owner = _unprivileged()
    place = Path(tempfile.mkdtemp(prefix="samverkan-pg.", dir=_open_to_all() if owner else None))
    try:
        if owner:
            os.chown(place, *owner)
        with _running(folder, place, owner):
            yield f"postgresql+psycopg://samverkan@/postgres?host={place}"
    finally:
        shutil.rmtree(place)


def _unprivileged() -> tuple[int, int] | None:
    """Find a user to run the server where root runs the tests: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    from pwd import getpwall

    users = {one.pw_name: (one.pw_uid, one.pw_gid) for one in getpwall()}
    return users.get("postgres") or users["nobody"]


def _open_to_all() -> Path:
    """Find the folder for temporary files, or the first above it, that every user can go into."""
    temporary = Path(tempfile.gettempdir()).resolve()
    ways = ((one, *one.parents) for one in (temporary, *temporary.parents))
    return next(way[0] for way in ways if all(one.stat().st_mode & S_IXOTH for one in way))


@contextmanager
def _running(folder: Path, place: Path, owner: tuple[int, int] | None) -> Iterator[None]:
    said = place / "said"
    user, group = owner or (None, None)
    no_more: list[int] | None = [] if owner else None

    def run(*command: str | Path) -> None:
        # A server that is started keeps what it was given as its output: a pipe would never end.
        with said.open("ab") as file:
            done = subprocess.run(
                [*command, "-D", place / "data"],
                cwd=place,
                check=False,
                stdout=file,
                stderr=file,
                user=user,
                group=group,
                extra_groups=no_more,
            )
        assert done.returncode == 0, said.read_text("utf-8")

    # The same letters and the same order on every machine.
    run(folder / "initdb", "-U", "samverkan", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    options = f"-F -c listen_addresses= -c unix_socket_directories={place}"
    try:
        run(folder / "pg_ctl", "start", "-w", "-o", options)
        yield
    finally:
        run(folder / "pg_ctl", "stop", "-m", "immediate")
