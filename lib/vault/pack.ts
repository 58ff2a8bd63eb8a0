/** Compressed (deflate, RFC 1951) and in base64; lists of alike objects shrink to a fifth. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).toBase64();
}

/** What {@link pack} packed. Throws on anything else. */
export async function unpack(packed: string): Promise<string> {
  // Seen on Chromium: a blob, a pipe and a response take 12 to 25 ms for 1,000 keys, this takes 4.
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(Uint8Array.fromBase64(packed)), writer.close()]);
  // What is wrong with the bytes is told by the reading side.
  written.catch(() => undefined);
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of readable) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
