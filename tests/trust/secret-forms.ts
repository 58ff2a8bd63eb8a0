/** How a secret might stand somewhere: as it is, in UTF-16, hex, and base64 in its three shifts. */
export function formsOf(needle: Buffer): [string, Buffer][] {
  const hex = needle.toString("hex");
  const shifted = [0, 1, 2].map((shift): [string, Buffer] => {
    const text = Buffer.concat([Buffer.alloc(shift), needle]).toString("base64");
    return [`base64 + ${shift}`, Buffer.from(text.slice(shift + (shift ? 1 : 0), -4))];
  });
  return [
    ["bytes", needle],
    ["UTF-16", Buffer.from(needle.toString("latin1"), "utf16le")],
    ["hex", Buffer.from(hex)],
    ["HEX", Buffer.from(hex.toUpperCase())],
    ...shifted,
  ];
}
