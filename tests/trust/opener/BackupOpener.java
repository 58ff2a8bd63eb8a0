import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens a backup by the age specification: the file's path and its passphrase in, JSON out. */
final class BackupOpener {
  private static final String VERSION = "age-encryption.org/v1";
  private static final int CHUNK = 64 * 1024 + 16;

  public static void main(String[] args) throws Exception {
    byte[] file = Files.readAllBytes(Path.of(args[0]));
    String passphrase = Normalizer.normalize(args[1], Normalizer.Form.NFKC);
    System.out.println(opened(file, passphrase.getBytes(StandardCharsets.UTF_8)));
  }

  private static String opened(byte[] file, byte[] passphrase) throws GeneralSecurityException {
    String latin = new String(file, StandardCharsets.ISO_8859_1);
    int macAt = latin.indexOf("\n---") + 1;
    int end = latin.indexOf('\n', macAt);
    String[] lines = latin.substring(0, macAt).split("\n");
    String[] stanza = lines[1].split(" ");
    require(lines[0].equals(VERSION) && stanza[1].equals("scrypt") && lines.length == 3, "header");
    byte[] salt = Ciphers.joined(Ciphers.ascii(VERSION + "/scrypt"), base64(stanza[2]));
    byte[] wrapping = scrypt(passphrase, salt, 1 << Integer.parseInt(stanza[3]));
    byte[] fileKey = open(wrapping, new byte[12], base64(lines[2]));
    byte[] headerKey = Ciphers.hkdf(fileKey, new byte[0], Ciphers.ascii("header"), 32);
    byte[] mac = Ciphers.hmac(headerKey, Arrays.copyOf(file, macAt + 3));
    require(Arrays.equals(mac, base64(latin.substring(macAt + 4, end))), "header mac");

    byte[] nonce = Arrays.copyOfRange(file, end + 1, end + 17);
    byte[] key = Ciphers.hkdf(fileKey, nonce, Ciphers.ascii("payload"), 32);
    byte[] text = {};
    for (int at = end + 17, count = 0; at < file.length; at += CHUNK, count++) {
      int until = Math.min(file.length, at + CHUNK);
      byte[] counter = ByteBuffer.allocate(12).putInt(7, count).put(11, (byte) (until == file.length ? 1 : 0)).array();
      text = Ciphers.joined(text, open(key, counter, Arrays.copyOfRange(file, at, until)));
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] open(byte[] key, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    return cipher.doFinal(sealed);
  }

  /** scrypt (RFC 7914) with r = 8 and p = 1; 32 bytes. */
  private static byte[] scrypt(byte[] password, byte[] salt, int n) throws GeneralSecurityException {
    ByteBuffer start = ByteBuffer.wrap(pbkdf2(password, salt, 1024)).order(ByteOrder.LITTLE_ENDIAN);
    int[] x = new int[256];
    start.asIntBuffer().get(x);
    int[][] seen = new int[n][];
    for (int at = 0; at < n; at++) {
      seen[at] = x.clone();
      x = mixed(x);
    }
    for (int at = 0; at < n; at++) {
      int[] other = seen[x[240] & (n - 1)];
      for (int word = 0; word < 256; word++) x[word] ^= other[word];
      x = mixed(x);
    }
    ByteBuffer end = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : x) end.putInt(word);
    return pbkdf2(password, end.array(), 32);
  }

  private static byte[] pbkdf2(byte[] password, byte[] salt, int length) throws GeneralSecurityException {
    byte[] out = new byte[length];
    for (int at = 0; at < length; at += 32) {
      byte[] count = ByteBuffer.allocate(4).putInt(at / 32 + 1).array();
      System.arraycopy(Ciphers.hmac(password, Ciphers.joined(salt, count)), 0, out, at, Math.min(32, length - at));
    }
    return out;
  }

  /** scryptBlockMix. */
  private static int[] mixed(int[] x) {
    int[] out = new int[256];
    int[] last = Arrays.copyOfRange(x, 240, 256);
    for (int block = 0; block < 16; block++) {
      for (int word = 0; word < 16; word++) last[word] ^= x[16 * block + word];
      salsa(last);
      System.arraycopy(last, 0, out, 16 * (block / 2 + (block % 2) * 8), 16);
    }
    return out;
  }

  /** Salsa20/8. */
  private static void salsa(int[] words) {
    int[] x = words.clone();
    for (int round = 0; round < 8; round++) {
      for (int at = 0; at < 4; at++) {
        boolean isColumn = round % 2 == 0;
        int[] p = new int[4];
        for (int step = 0; step < 4; step++) {
          int turned = (at + step) % 4;
          p[step] = isColumn ? 4 * turned + at : 4 * at + turned;
        }
        x[p[1]] ^= Integer.rotateLeft(x[p[0]] + x[p[3]], 7);
        x[p[2]] ^= Integer.rotateLeft(x[p[1]] + x[p[0]], 9);
        x[p[3]] ^= Integer.rotateLeft(x[p[2]] + x[p[1]], 13);
        x[p[0]] ^= Integer.rotateLeft(x[p[3]] + x[p[2]], 18);
      }
    }
    for (int at = 0; at < 16; at++) words[at] += x[at];
  }

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static void require(boolean isSo, String what) {
    if (!isSo) throw new IllegalArgumentException("not an age file with a passphrase: " + what);
  }
}
