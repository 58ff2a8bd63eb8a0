import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Opens a vault by the description in `lib/vault/format.ts` alone, with Java's own library. Reads
 * `{"passphrase", "rows", "inbox"}` as JSON with bytes in base64, and prints keys, documents and
 * waiting tokens as JSON.
 */
final class VaultOpener {
  private static final List<String> KINDS =
      List.of("", "manifest", "slot", "inbox", "record", "settings", "snapshot", "capture");

  private final List<Map<String, Object>> rows;
  private final byte[] vaultKey;
  private final byte[] vaultId;

  public static void main(String[] args) throws Exception {
    Map<String, Object> image = object(Json.read(Files.readString(Path.of(args[0]))));
    VaultOpener opener = new VaultOpener(objects(image.get("rows")), (String) image.get("passphrase"));
    System.out.println(Json.write(opener.everything(objects(image.get("inbox")))));
  }

  private VaultOpener(List<Map<String, Object>> rows, String passphrase) throws GeneralSecurityException {
    this.rows = rows;
    Map<String, Object> slot = row("slot", null, 0);
    Map<String, Object> clear = object(Json.read(text(slot, "clear")));
    boolean isFloor = "argon2id-19m-2-1".equals(clear.get("parameterSet"));
    byte[] normalised =
        Normalizer.normalize(passphrase, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    byte[] derived =
        Argon2id.derive(normalised, bytes(clear, "salt"), isFloor ? 19_456 : 65_536, isFloor ? 2 : 3, 64);
    require(Arrays.equals(Arrays.copyOfRange(derived, 32, 64), bytes(clear, "commitment")), "passphrase");
    vaultKey = Ciphers.openGcm(
        Arrays.copyOf(derived, 32), bytes(slot, "nonce"), bytes(slot, "ciphertext"), bound(slot));
    vaultId = idBytes(text(slot, "vaultId"));
  }

  private Map<String, Object> everything(List<Map<String, Object>> inbox) throws GeneralSecurityException {
    Map<String, Object> manifestRow = row("manifest", null, 0);
    byte[] mac = Ciphers.hmac(key(Ciphers.ascii("icmc vault manifest")), bound(manifestRow));
    require(Arrays.equals(mac, bytes(manifestRow, "ciphertext")), "manifest");
    Map<String, Object> manifest = object(Json.read(text(manifestRow, "clear")));
    List<Object> keys = new ArrayList<>();
    List<Object> documents = new ArrayList<>();
    for (Map<String, Object> entry : objects(manifest.get("rows"))) {
      String kind = text(entry, "kind");
      String id = text(entry, "id");
      List<Map<String, Object>> parts = objects(entry.get("parts"));
      for (Map<String, Object> part : parts) checkPinned(row(kind, id, part.get("part")), part);
      if (kind.equals("record")) {
        Map<String, Object> key = object(object(opened(kind, id, 1)).get("key"));
        key.put("id", id);
        key.put("token", object(opened(kind, id, 2)).get("token"));
        keys.add(key);
      } else if (kind.equals("settings") || kind.equals("snapshot")) {
        documents.add(document(kind, id, parts.size()));
      }
    }
    Map<String, Object> place = object(manifest.get("inbox"));
    byte[] privateKey = plain(row("inbox", text(place, "id"), 0));
    List<Object> held = new ArrayList<>();
    for (Map<String, Object> capture : inbox) held.add(held(capture, privateKey, bytes(place, "publicKey")));
    return Map.of("keys", keys, "documents", documents, "held", held);
  }

  private Map<String, Object> document(String kind, String id, int parts) throws GeneralSecurityException {
    StringBuilder text = new StringBuilder();
    String name = text(object(opened(kind, id, 1)), "name");
    for (int part = 1; part <= parts; part++) text.append(text(object(opened(kind, id, part)), "text"));
    byte[] place = Ciphers.hmac(
        key(Ciphers.ascii("icmc vault names")),
        ("document\0" + kind + "\0" + name).getBytes(StandardCharsets.UTF_8));
    require(Arrays.equals(Arrays.copyOf(place, 16), idBytes(id)), "document id");
    Map<String, Object> out = new java.util.LinkedHashMap<>();
    out.put("kind", kind);
    out.put("name", name);
    out.put("value", Json.read(text.toString()));
    return out;
  }

  private Object held(Map<String, Object> capture, byte[] privateKey, byte[] publicKey)
      throws GeneralSecurityException {
    Map<String, Object> head = new java.util.HashMap<>(capture);
    head.putAll(Map.of("kind", "capture", "part", 0L, "revision", 0L, "generation", 0L, "clear", "{}"));
    head.put("id", capture.get("captureId"));
    byte[] info = Ciphers.joined(bound(head), publicKey);
    byte[] padded =
        Ciphers.openHpke(privateKey, publicKey, bytes(capture, "enc"), info, bytes(capture, "ciphertext"));
    Map<String, Object> out = object(unpadded(padded));
    out.put("captureId", capture.get("captureId"));
    return out;
  }

  private void checkPinned(Map<String, Object> row, Map<String, Object> listed) throws GeneralSecurityException {
    byte[] whole = Ciphers.joined(bound(row), bytes(row, "nonce"), bytes(row, "ciphertext"));
    boolean isEqual = Arrays.equals(Ciphers.sha256(whole), bytes(listed, "hash"));
    require(isEqual && row.get("revision").equals(listed.get("revision")), "row " + row.get("id"));
  }

  private Object opened(String kind, String id, long part) throws GeneralSecurityException {
    return unpadded(plain(row(kind, id, part)));
  }

  private byte[] plain(Map<String, Object> row) throws GeneralSecurityException {
    ByteBuffer info = ByteBuffer.allocate(41);
    info.put(Ciphers.ascii("icmc vault row")).put((byte) 0);
    info.put((byte) KINDS.indexOf(row.get("kind"))).put(((Long) row.get("part")).byteValue());
    info.put(idBytes(text(row, "id"))).putLong((Long) row.get("revision"));
    return Ciphers.openGcm(key(info.array()), bytes(row, "nonce"), bytes(row, "ciphertext"), bound(row));
  }

  private byte[] key(byte[] info) throws GeneralSecurityException {
    return Ciphers.hkdf(vaultKey, vaultId, info, 32);
  }

  /** The 90 bytes of associated data. */
  private static byte[] bound(Map<String, Object> row) throws GeneralSecurityException {
    ByteBuffer out = ByteBuffer.allocate(90);
    out.put(Ciphers.ascii("ICMC"));
    out.putShort(((Long) row.get("format")).shortValue()).putShort(((Long) row.get("suite")).shortValue());
    out.put((byte) KINDS.indexOf(row.get("kind"))).put(((Long) row.get("part")).byteValue());
    out.put(idBytes(text(row, "vaultId"))).put(idBytes(text(row, "id")));
    out.putLong((Long) row.get("revision")).putLong((Long) row.get("generation"));
    return out.put(Ciphers.sha256(text(row, "clear").getBytes(StandardCharsets.UTF_8))).array();
  }

  private Map<String, Object> row(String kind, String id, Object part) {
    long wanted = ((Number) part).longValue();
    return rows.stream()
        .filter(row -> row.get("kind").equals(kind) && row.get("part").equals(wanted))
        .filter(row -> id == null || row.get("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + id));
  }

  private static Object unpadded(byte[] padded) {
    require(padded.length % 256 == 0, "padding");
    int length = ByteBuffer.wrap(padded).getInt();
    return Json.read(new String(padded, 4, length, StandardCharsets.UTF_8));
  }

  private static byte[] idBytes(String id) {
    return HexFormat.of().parseHex(id.replace("-", ""));
  }

  private static byte[] bytes(Map<String, Object> from, String field) {
    return Base64.getDecoder().decode(text(from, field));
  }

  private static String text(Map<String, Object> from, String field) {
    return (String) from.get(field);
  }

  private static void require(boolean isSo, String what) {
    if (!isSo) throw new IllegalArgumentException("not as described: " + what);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
