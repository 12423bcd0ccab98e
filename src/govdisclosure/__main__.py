"""``python -m govdisclosure`` is the command ``govdisclosure``."""

from govdisclosure.cli.main import main

if __name__ == "__main__":  # a process that helps to read imports this module too
    main()
