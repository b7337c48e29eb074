"""``python -m faceattend`` does what ``faceattend`` does."""

from faceattend.app import main

main()
