import type { Vault } from "../vault/vault";
import { checkCapture, isCaptureId, LONGEST_DESCRIPTION } from "./capture";

/** Where a token seen in the page now stands. */
export type CaptureState =
  | { state: "no-vault" }
  /** Sealed into the inbox and read back. */
  | { state: "held" }
  /** Read back from the vault and equal (while locked: from the sealed inbox, byte for byte). */
  | { state: "saved" }
  | { state: "failed"; reason: CaptureFailure };

/** `gone`: nothing is held under that capture id, so the token must be sent again. */
export type CaptureFailure = "storage" | "inbox-full" | "not-a-token" | "gone" | "read-only";

/** Seals a token the console's page shows. The answer says where it stands, never what it is. */
export async function holdToken(vault: Vault, sent: unknown, nowMs: number): Promise<CaptureState> {
  const capture = checkCapture(sent, nowMs);
  if (capture === null) return { state: "failed", reason: "not-a-token" };
  return standing(vault, () => vault.hold(capture));
}

/**
 * The person wants a held token kept. While locked it is filed at the next unlock.
 *
 * @param description - What the console's form says by now; it may have been filled after the key
 * was shown. While locked, what it said then stays.
 */
export async function saveHeldToken(
  vault: Vault,
  captureId: unknown,
  description?: unknown,
): Promise<CaptureState> {
  if (!isCaptureId(captureId)) return { state: "failed", reason: "gone" };
  return standing(vault, async () => {
    await vault.saveHeld(captureId);
    await describeAnew(vault, captureId, description);
    return "saved";
  });
}

async function describeAnew(vault: Vault, keyId: string, description: unknown): Promise<void> {
  if (typeof description !== "string" || description === "") return;
  if ((await vault.state()) !== "open") return;
  const words = description.toWellFormed().slice(0, LONGEST_DESCRIPTION);
  const kept = (await vault.keys()).find(({ id }) => id === keyId);
  if (kept && kept.description !== words) await vault.updateKey(keyId, { description: words });
}

/** Failures the page has words for; by class name, as the vault throws them. */
const REASONS: Record<string, CaptureFailure> = {
  NotSavedError: "storage",
  InboxFullError: "inbox-full",
  TooLargeError: "not-a-token",
  MalformedCaptureError: "not-a-token",
  NotHeldError: "gone",
  NewerFormatError: "read-only",
  DamagedVaultError: "read-only",
  OlderCopyError: "read-only",
};

async function standing(vault: Vault, act: () => Promise<"held" | "saved">): Promise<CaptureState> {
  const state = await vault.state();
  if (state === "none") return { state: "no-vault" };
  if (state !== "open" && state !== "locked" && state !== "older")
    return { state: "failed", reason: "read-only" };
  try {
    return { state: await act() };
  } catch (error) {
    // Whatever else happened, the page must not believe that the token is safe.
    const reason = error instanceof Error ? REASONS[error.name] : undefined;
    return { state: "failed", reason: reason ?? "storage" };
  }
}
