/** Tells strings apart without keeping them (FNV-1a, 32 bits). Nothing of the string can be got back from it. */
export function tokenMark(token: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < token.length; at++)
    mark = Math.imul(mark ^ token.charCodeAt(at), 0x01000193);
  return mark >>> 0;
}
