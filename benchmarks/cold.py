"""A whole process: collate a folder into a file, or show the help; what `variorum` does, measured from outside."""

import sys

from variorum.cli.main import run

__all__: list[str] = []

if __name__ == "__main__":
    sys.argv = ["variorum", "collate", sys.argv[1], "-o", sys.argv[2]] if len(sys.argv) > 2 else ["variorum", "--help"]
    run()
