"""What ``python -m coursewright`` runs: the same as the command ``coursewright``."""

from coursewright.cli import main

if __name__ == "__main__":
    main()
