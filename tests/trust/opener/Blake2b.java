import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** BLAKE2b without a key (RFC 7693). */
final class Blake2b {
  private static final long[] START = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L,
  };
  private static final String[] ORDER = {
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8",
    "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
    "6fe9b308c2d714a5", "a2847615fb9e3cd0", "0123456789abcdef", "ea489fd61c02b753",
  };

  /** @param length of the hash in bytes, 64 at most. */
  static byte[] hash(byte[] message, int length) {
    long[] h = START.clone();
    h[0] ^= 0x01010000L ^ length;
    int blocks = Math.max(1, (message.length + 127) / 128);
    for (int at = 0; at < blocks; at++) {
      int from = at * 128;
      int size = Math.min(128, message.length - from);
      ByteBuffer block = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
      block.put(message, from, size);
      compress(h, block, from + size, at == blocks - 1);
    }
    ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : h) out.putLong(word);
    return java.util.Arrays.copyOf(out.array(), length);
  }

  private static void compress(long[] h, ByteBuffer block, long counted, boolean isLast) {
    long[] v = new long[16];
    for (int at = 0; at < 8; at++) {
      v[at] = h[at];
      v[at + 8] = START[at];
    }
    v[12] ^= counted;
    if (isLast) v[14] = ~v[14];
    for (String order : ORDER) {
      for (int at = 0; at < 8; at++) {
        long x = block.getLong(8 * Character.digit(order.charAt(2 * at), 16));
        long y = block.getLong(8 * Character.digit(order.charAt(2 * at + 1), 16));
        int shift = at < 4 ? 0 : 1;
        int column = at % 4;
        mix(v, column, 4 + (column + shift) % 4, 8 + (column + 2 * shift) % 4,
            12 + (column + 3 * shift) % 4, x, y);
      }
    }
    for (int at = 0; at < 8; at++) h[at] ^= v[at] ^ v[at + 8];
  }

  private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
    v[a] += v[b] + x;
    v[d] = Long.rotateRight(v[d] ^ v[a], 32);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 24);
    v[a] += v[b] + y;
    v[d] = Long.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Long.rotateRight(v[b] ^ v[c], 63);
  }
}
