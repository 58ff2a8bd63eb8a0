interface Runtime {
  sendMessage(message: unknown): Promise<{ failure?: { name: string } }>;
}

const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;

/** A passphrase nobody sends over the debugging line; it follows from its number. */
export async function secretPassphrase(seed: number): Promise<string> {
  return `passphrase ${await secretText(`passphrase ${seed}`)}`;
}

/** The last part of a token, likewise. */
export function secretText(seed: string): Promise<string> {
  return crypto.subtle
    .digest("SHA-256", new TextEncoder().encode(`memory row ${seed}`))
    .then((hash) =>
      btoa(String.fromCharCode(...new Uint8Array(hash)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", ""),
    );
}

export async function createSilently(seed: number): Promise<void> {
  await send("createVault", await secretPassphrase(seed));
}

export async function unlockSilently(seed: number): Promise<void> {
  await send("unlock", await secretPassphrase(seed));
}

/** Adds a key whose token is put together here. */
export async function addSilently(seed: number, head: string, description: string): Promise<void> {
  const token = `${head}.${await secretText(`token ${seed}`)}`;
  await send("addKey", { token, description, end: { kind: "unknown" } });
}

async function send(type: string, ...args: unknown[]): Promise<void> {
  const answer = await runtime.sendMessage({ type, args });
  if (answer?.failure) throw new Error(`${type} failed: ${answer.failure.name}`);
}
