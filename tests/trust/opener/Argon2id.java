import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Argon2id 1.3 with one lane (RFC 9106). */
final class Argon2id {
  private static final int WORDS = 128;
  private static final long LOW = 0xffffffffL;

  static byte[] derive(byte[] password, byte[] salt, int memoryKiB, int passes, int length) {
    int blocks = memoryKiB / 4 * 4;
    int segment = blocks / 4;
    byte[] start = Blake2b.hash(
        joined(le32(1), le32(length), le32(memoryKiB), le32(passes), le32(0x13), le32(2),
            le32(password.length), password, le32(salt.length), salt, le32(0), le32(0)),
        64);
    long[][] memory = new long[blocks][];
    for (int at = 0; at < 2; at++) memory[at] = words(stretched(joined(start, le32(at), le32(0)), 1024));

    for (int pass = 0; pass < passes; pass++) {
      for (int slice = 0; slice < 4; slice++) {
        boolean isBlind = pass == 0 && slice < 2;
        long[] input = new long[WORDS];
        long[] addresses = new long[WORDS];
        input[0] = pass;
        input[2] = slice;
        input[3] = blocks;
        input[4] = passes;
        input[5] = 2;
        for (int index = 0; index < segment; index++) {
          if (isBlind && index % WORDS == 0) {
            input[6]++;
            addresses = filled(new long[WORDS], filled(new long[WORDS], input));
          }
          int place = slice * segment + index;
          if (pass == 0 && place < 2) continue;
          long[] previous = memory[(place + blocks - 1) % blocks];
          long random = isBlind ? addresses[index % WORDS] : previous[0];
          long[] other = memory[reference(random & LOW, pass, slice, index, segment)];
          long[] next = filled(previous, other);
          if (pass > 0) for (int at = 0; at < WORDS; at++) next[at] ^= memory[place][at];
          memory[place] = next;
        }
      }
    }
    ByteBuffer last = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : memory[blocks - 1]) last.putLong(word);
    return stretched(last.array(), length);
  }

  private static int reference(long j1, int pass, int slice, int index, int segment) {
    long area = (pass == 0 ? (long) slice * segment : 3L * segment) + index - 1;
    long x = j1 * j1 >>> 32;
    long back = area - 1 - (area * x >>> 32);
    long from = pass == 0 || slice == 3 ? 0 : (slice + 1L) * segment;
    return (int) ((from + back) % (4L * segment));
  }

  /** The compression function G. */
  private static long[] filled(long[] a, long[] b) {
    long[] mixed = new long[WORDS];
    for (int at = 0; at < WORDS; at++) mixed[at] = a[at] ^ b[at];
    long[] z = mixed.clone();
    int[] places = new int[16];
    for (int row = 0; row < 8; row++) {
      for (int at = 0; at < 16; at++) places[at] = 16 * row + at;
      permute(z, places);
    }
    for (int column = 0; column < 8; column++) {
      for (int at = 0; at < 16; at++) places[at] = 2 * column + 16 * (at / 2) + at % 2;
      permute(z, places);
    }
    for (int at = 0; at < WORDS; at++) z[at] ^= mixed[at];
    return z;
  }

  private static void permute(long[] v, int[] p) {
    for (int at = 0; at < 4; at++) mix(v, p[at], p[4 + at], p[8 + at], p[12 + at]);
    for (int at = 0; at < 4; at++)
      mix(v, p[at], p[4 + (at + 1) % 4], p[8 + (at + 2) % 4], p[12 + (at + 3) % 4]);
  }

  private static void mix(long[] v, int a, int b, int c, int d) {
    v[a] = added(v[a], v[b]);
    v[d] = Long.rotateRight(v[d] ^ v[a], 32);
    v[c] = added(v[c], v[d]);
    v[b] = Long.rotateRight(v[b] ^ v[c], 24);
    v[a] = added(v[a], v[b]);
    v[d] = Long.rotateRight(v[d] ^ v[a], 16);
    v[c] = added(v[c], v[d]);
    v[b] = Long.rotateRight(v[b] ^ v[c], 63);
  }

  private static long added(long x, long y) {
    return x + y + 2 * (x & LOW) * (y & LOW);
  }

  /** The hash of variable length H'. */
  private static byte[] stretched(byte[] input, int length) {
    byte[] prefixed = joined(le32(length), input);
    if (length <= 64) return Blake2b.hash(prefixed, length);
    byte[] out = new byte[length];
    byte[] v = Blake2b.hash(prefixed, 64);
    int at = 0;
    for (; length - at > 64; at += 32) {
      System.arraycopy(v, 0, out, at, 32);
      v = Blake2b.hash(v, length - at - 32 > 64 ? 64 : length - at - 32);
    }
    System.arraycopy(v, 0, out, at, length - at);
    return out;
  }

  private static long[] words(byte[] bytes) {
    long[] out = new long[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(out);
    return out;
  }

  private static byte[] le32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer out = ByteBuffer.allocate(length);
    for (byte[] part : parts) out.put(part);
    return out.array();
  }
}
