import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The rest of suite 1, from Java's own library. */
final class Ciphers {
  private static final byte[] NONE = {};

  static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    // Java takes no empty key; HMAC fills a short one up with zeros anyway.
    mac.init(new SecretKeySpec(key.length == 0 ? new byte[32] : key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
    byte[] extracted = hmac(salt, secret);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] last = NONE;
    for (int count = 1; out.size() < length; count++) {
      last = hmac(extracted, joined(last, info, new byte[] {(byte) count}));
      out.writeBytes(last);
    }
    return Arrays.copyOf(out.toByteArray(), length);
  }

  static byte[] openGcm(byte[] key, byte[] nonce, byte[] sealed, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(bound);
    return cipher.doFinal(sealed);
  }

  /** HPKE, base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
  static byte[] openHpke(byte[] privateKey, byte[] publicKey, byte[] enc, byte[] info, byte[] sealed)
      throws GeneralSecurityException {
    byte[] kem = joined(ascii("KEM"), new byte[] {0, 0x20});
    byte[] suite = joined(ascii("HPKE"), new byte[] {0, 0x20, 0, 1, 0, 2});
    byte[] exchanged = extract(kem, NONE, "eae_prk", x25519(privateKey, enc));
    byte[] shared = expand(kem, exchanged, "shared_secret", joined(enc, publicKey), 32);
    byte[] context =
        joined(new byte[] {0}, extract(suite, NONE, "psk_id_hash", NONE), extract(suite, NONE, "info_hash", info));
    byte[] secret = extract(suite, shared, "secret", NONE);
    byte[] nonce = expand(suite, secret, "base_nonce", context, 12);
    return openGcm(expand(suite, secret, "key", context, 32), nonce, sealed, NONE);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] secret)
      throws GeneralSecurityException {
    return hmac(salt, joined(ascii("HPKE-v1"), suite, ascii(label), secret));
  }

  private static byte[] expand(byte[] suite, byte[] secret, String label, byte[] context, int length)
      throws GeneralSecurityException {
    byte[] whole =
        joined(new byte[] {0, (byte) length}, ascii("HPKE-v1"), suite, ascii(label), context, new byte[] {1});
    return Arrays.copyOf(hmac(secret, whole), length);
  }

  private static byte[] x25519(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("X25519");
    HexFormat hex = HexFormat.of();
    byte[] own = joined(hex.parseHex("302e020100300506032b656e04220420"), privateKey);
    byte[] other = joined(hex.parseHex("302a300506032b656e032100"), publicKey);
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(factory.generatePrivate(new PKCS8EncodedKeySpec(own)));
    agreement.doPhase(factory.generatePublic(new X509EncodedKeySpec(other)), true);
    return agreement.generateSecret();
  }
}
