import { charactersOfSignature } from "../keys/signature-length";
import { readToken } from "../keys/token";

/** Where a token ends, when more token-like characters follow a joint: a wrapped line, or the next word? */
export function endOfRun(match: string, at: number, soft: Set<number>): number {
  const signatureAt = match.lastIndexOf(".") + 1;
  const joints = [...soft]
    .filter((joint) => joint > at && joint < at + match.length)
    .sort((a, b) => a - b);
  const ends = [...joints.filter((joint) => joint > at + signatureAt), at + match.length];
  const [first = at + match.length] = ends;
  if (ends.length === 1) return first;
  const lengths = charactersOfSignature(readToken(match)?.algorithm ?? "");
  const exact = ends.filter((end) => lengths.includes(end - at - signatureAt));
  if (exact.length === 1 && exact[0]) return exact[0];
  const widths = [at, ...joints, at + match.length].map(
    (joint, index, all) => (all[index + 1] ?? joint) - joint,
  );
  const width = widths[0] ?? 0;
  let end = first;
  for (const next of ends.slice(1)) {
    const chunk = match.slice(end - at, next - at);
    if (width > 200 || chunk.length > width || isWord(chunk)) break;
    end = next;
  }
  return end;
}

function isWord(chunk: string): boolean {
  return /^[A-Z]?[a-z]{1,15}$|^[A-Z]{2,12}$/.test(chunk);
}
