/** `null` when the text is not JSON. */
export function parseClear(clear: string): unknown {
  try {
    return JSON.parse(clear);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
