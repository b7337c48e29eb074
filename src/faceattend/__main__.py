"""``python -m faceattend`` does what ``faceattend`` does."""

from faceattend.cli import main

main()
