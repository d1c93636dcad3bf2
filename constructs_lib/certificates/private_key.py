"""The private key of a certificate."""

from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import one_of, refused

SIZES: dict[str, tuple[int | None, ...]] = {"RSA": (2048, 4096, 8192), "ECDSA": (256, 384, 521), "Ed25519": (None,)}
"""The sizes of each algorithm, in bits (cert-manager v1.21.1, CRD Certificate)."""
SIZES_OF_LETS_ENCRYPT = {"RSA": (2048, 4096), "ECDSA": (256, 384)}
"""Those that Let's Encrypt takes (Boulder, package goodkey)."""


@dataclass(frozen=True, kw_only=True)
class PrivateKey:
    """A private key; make one with `rsa`, `ecdsa` or `ed25519`.

    `rotation_policy` says whether every certificate gets a new key, `Always` or `Never`; `encoding` is how the Secret
    has it, `PKCS1` or `PKCS8`.
    """

    algorithm: str
    size: int | None
    rotation_policy: str = "Always"
    encoding: str = "PKCS1"

    how_to_write: ClassVar[str] = "PrivateKey.ecdsa()"

    def __post_init__(self) -> None:
        one_of("PrivateKey.algorithm", self.algorithm, tuple(SIZES))
        one_of("PrivateKey.size", self.size, SIZES[self.algorithm])
        one_of("PrivateKey.rotation_policy", self.rotation_policy, ("Always", "Never"))
        one_of("PrivateKey.encoding", self.encoding, ("PKCS1", "PKCS8"))

    @classmethod
    def rsa(cls, size: int = 2048, *, rotation_policy: str = "Always", encoding: str = "PKCS1") -> "PrivateKey":
        """An RSA key of 2048, 4096 or 8192 bits."""
        return cls(algorithm="RSA", size=size, rotation_policy=rotation_policy, encoding=encoding)

    @classmethod
    def ecdsa(cls, size: int = 256, *, rotation_policy: str = "Always", encoding: str = "PKCS1") -> "PrivateKey":
        """An ECDSA key on the curve P-256, P-384 or P-521."""
        return cls(algorithm="ECDSA", size=size, rotation_policy=rotation_policy, encoding=encoding)

    @classmethod
    def ed25519(cls, *, rotation_policy: str = "Always") -> "PrivateKey":
        """An Ed25519 key, which Let's Encrypt does not take."""
        return cls(algorithm="Ed25519", size=None, rotation_policy=rotation_policy, encoding="PKCS8")

    def refuse_for_lets_encrypt(self, where: str) -> None:
        """Raise ValueError for a key that Let's Encrypt issues no certificate for."""
        if self.size not in SIZES_OF_LETS_ENCRYPT.get(self.algorithm, ()):
            allowed = (f"{name} {size}" for name, sizes in SIZES_OF_LETS_ENCRYPT.items() for size in sizes)
            raise refused(
                where,
                " ".join(str(part) for part in (self.algorithm, self.size) if part),
                "is a key that Let's Encrypt issues no certificate for",
                allowed=", ".join(allowed),
                fix="write PrivateKey.ecdsa() or PrivateKey.rsa()",
            )

    def spec(self) -> dict[str, Any]:
        """Return the key in the API's form."""
        return {
            "algorithm": self.algorithm,
            "size": self.size,
            "rotationPolicy": self.rotation_policy,
            "encoding": self.encoding,
        }
