/** What the sealed inbox needs of the package; loaded as a whole, it brings every curve and cipher. */
export {
  Aes256Gcm,
  CipherSuite,
  DecapError,
  DeserializeError,
  DhkemX25519HkdfSha256,
  HkdfSha256,
  OpenError,
} from "@hpke/core";
