"""Check many documents at once, each in a process of its own: `python pool.py FILE...`."""

import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import samverkan_core as sam

DAY = date(2015, 3, 1)


def main(names: list[str]) -> None:
    """Print one line for each document, in the order in which they were given."""
    documents = (Path(name).read_bytes() for name in names)
    with ProcessPoolExecutor(max_workers=2) as pool:
        reports = pool.map(partial(sam.check_json, at=DAY, profile="sundbyberg"), documents)
        for name, report in zip(names, reports, strict=True):
            print(f"{name}: {'ok' if report.ok() else 'not ok'}")


if __name__ == "__main__":
    main(sys.argv[1:])
