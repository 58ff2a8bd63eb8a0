import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes JSON: maps, lists, texts, longs, doubles, booleans, null. */
final class Json {
  private final String text;
  private int at = 0;

  private Json(String text) {
    this.text = text;
  }

  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.blanks();
    if (json.at != text.length()) throw new IllegalArgumentException("more than one value");
    return value;
  }

  static String write(Object value) {
    if (value instanceof Map<?, ?> map)
      return map.entrySet().stream()
          .map(one -> quoted((String) one.getKey()) + ":" + write(one.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    if (value instanceof List<?> list)
      return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    return value instanceof String one ? quoted(one) : String.valueOf(value);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char one : text.toCharArray())
      if (one < 0x20 || one > 0x7e || one == '"' || one == '\\') out.append(String.format("\\u%04x", (int) one));
      else out.append(one);
    return out.append('"').toString();
  }

  private Object value() {
    blanks();
    char first = text.charAt(at);
    if (first == '{') return map();
    if (first == '[') return list();
    if (first == '"') return string();
    int from = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) at++;
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> word.matches("-?\\d+") ? (Object) Long.parseLong(word) : (Object) Double.parseDouble(word);
    };
  }

  private Map<String, Object> map() {
    Map<String, Object> out = new LinkedHashMap<>();
    at++;
    for (blanks(); text.charAt(at) != '}'; blanks()) {
      String name = string();
      blanks();
      expect(':');
      out.put(name, value());
      blanks();
      if (text.charAt(at) != '}') expect(',');
    }
    at++;
    return out;
  }

  private List<Object> list() {
    List<Object> out = new ArrayList<>();
    at++;
    for (blanks(); text.charAt(at) != ']'; blanks()) {
      out.add(value());
      blanks();
      if (text.charAt(at) != ']') expect(',');
    }
    at++;
    return out;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (text.charAt(at) != '"') {
      char one = text.charAt(at++);
      if (one != '\\') {
        out.append(one);
        continue;
      }
      char kind = text.charAt(at++);
      int plain = "bfnrt".indexOf(kind);
      if (kind == 'u') {
        out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
        at += 4;
      } else out.append(plain < 0 ? kind : "\b\f\n\r\t".charAt(plain));
    }
    at++;
    return out.toString();
  }

  private void expect(char wanted) {
    if (text.charAt(at++) != wanted) throw new IllegalArgumentException("no " + wanted + " at " + at);
  }

  private void blanks() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) at++;
  }
}
