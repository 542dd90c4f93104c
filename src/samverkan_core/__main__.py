"""`python -m samverkan_core` is the command `samverkan`."""

import sys

from samverkan_core.cli import main

if __name__ == "__main__":
    sys.exit(main())
