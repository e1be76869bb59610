"""Main text of every saved page of a folder, ROUNDS times over, by Debian's python3-readability: what measure 3.4 compares with. Prints each text's length."""
import logging
import pathlib
import sys

from readability import Document

logging.disable(logging.CRITICAL)
rounds, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
pages = [path.read_bytes() for path in sorted(folder.glob("*.html"))]
for _ in range(rounds):
    for page in pages:
        print(len(Document(page).summary()), flush=True)
