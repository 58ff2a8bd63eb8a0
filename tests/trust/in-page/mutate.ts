import { MUTATIONS, mutateAndLook, prepareMutations } from "../../unit/vault/mutations";

/** Makes the vault that is altered, in this browser's own database and with its own ciphers. */
export function prepare(): Promise<void> {
  return prepareMutations();
}

/** @returns what went wrong, in words; empty when every altered vault was seen through. */
export async function mutate(from: number, numbers: number[][]): Promise<string[]> {
  const names = Object.keys(MUTATIONS);
  const failures: string[] = [];
  for (const [at, chosen] of numbers.entries()) {
    const name = names[(from + at) % names.length] ?? "";
    await mutateAndLook(name, chosen).catch((error: Error) =>
      failures.push(`${name} ${chosen.join(" ")}: ${error.name} ${error.message}`),
    );
  }
  return failures;
}
