/** Compressed (deflate, RFC 1951) and in base64; lists of alike objects shrink to a fifth. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).toBase64();
}

/** What {@link pack} packed. Throws on anything else. */
export async function unpack(packed: string): Promise<string> {
  const stream = new Blob([Uint8Array.fromBase64(packed)])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
