"""The one door through which biometric data and camera logins are encrypted: AES-256-GCM (NIST SP 800-38D)."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from faceattend.domain.errors import UNCHANGED, WrongKey
from faceattend.domain.said import said

_VERSION = b"\x01"
_NONCE_BYTES = 12


class Cipher:
    """Seals and opens byte strings with one key.

    A sealed value is ``version (1) | nonce (12) | ciphertext | tag (16)``. The context (table and column, say) is
    authenticated with it, so a value moved elsewhere does not open. Random nonces are safe for 2**32 values a key
    (SP 800-38D, 8.3), far above what one home writes.
    """

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, plain: bytes, context: str) -> bytes:
        """Encrypt."""
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._aead.encrypt(nonce, plain, _VERSION + context.encode())

    def open(self, sealed: bytes, context: str) -> bytes:
        """Decrypt.

        Raises:
            WrongKey: another key or context sealed it, or it was altered.
        """
        version, nonce, body = sealed[:1], sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return self._aead.decrypt(nonce, body, version + context.encode())
        except (InvalidTag, ValueError) as error:  # ValueError: too short to hold a nonce
            raise WrongKey(
                said("Storage", "Stored data cannot be decrypted: the key is another one, or the data were altered."),
                means=UNCHANGED,
                remedy=said("Storage", "Put back the key that belongs to this data folder."),
            ) from error
