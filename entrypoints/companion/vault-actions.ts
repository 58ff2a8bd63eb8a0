import type { VaultPageActions } from "../../components/vault/VaultPage";
import { send } from "../../lib/browser/messaging";
import { canUsePasskeys, makePasskey } from "../../lib/browser/passkey";
import { readPolicy } from "../../lib/browser/settings/policy-store";
import { ownVault } from "../../lib/browser/vault/own-vault";
import { requireAllowed } from "../../lib/tasks/settings/policy-limits";
import type { Backup } from "../../lib/vault/backup-file";
import { NotABackupError } from "../../lib/vault/errors";

/** What the vault page does. Slow ciphers run here, in the page that shows that they do. */
export function vaultActions(): VaultPageActions {
  let opened: Backup | null = null;
  return {
    onJudge: judge,
    async onBackup(passphrase) {
      requireAllowed(await readPolicy(), "backup");
      const backup = await (await ownVault()).backup();
      await painted();
      const { sealBackup } = await import("../../lib/vault/backup-file");
      const file = await sealBackup(backup, passphrase);
      const verified = await tryRestore(file, passphrase, backup);
      download(file, `icmc-companion-${backup.madeAt.slice(0, 10)}.age`);
      await send(
        "noteBackup",
        backup.keys.map(({ id }) => id),
      );
      return verified;
    },
    async onOpenBackup(file, passphrase) {
      opened = null;
      const backup = await readBackupFile(file, passphrase);
      const rows = await (await ownVault()).previewImport(backup.keys);
      opened = backup;
      return { madeAt: backup.madeAt, rows };
    },
    async onImport() {
      if (!opened) throw new NotABackupError();
      const outcome = await send("importKeys", opened.keys);
      opened = null;
      return outcome;
    },
    onChangePassphrase: (proof, passphrase) => send("changePassphrase", { proof, passphrase }),
    onRecoveryCode: (proof) => send("addRecoveryCode", proof),
    ...(canUsePasskeys()
      ? {
          onAddPasskey: async (proof) => {
            await send("addPasskey", { proof, ...(await makePasskey()) });
          },
        }
      : {}),
    onRemoveWay: (slotId) => send("removeSlot", slotId),
    onNewVaultKey: (proof, passphrase) => send("renewVaultKey", { proof, passphrase }),
  };
}

/** The vault is gone: a new one is made only once the backup has opened. */
export async function restoreLost(
  file: File,
  backupPassphrase: string,
  passphrase: string,
): Promise<void> {
  const { keys } = await readBackupFile(file, backupPassphrase);
  await send("startAnew", passphrase);
  await send("importKeys", keys);
}

async function readBackupFile(file: File, passphrase: string): Promise<Backup> {
  await painted();
  const { openBackup } = await import("../../lib/vault/backup-file");
  return openBackup(new Uint8Array(await file.arrayBuffer()), passphrase);
}

async function judge(passphrase: string) {
  return (await import("../../lib/vault/passphrase")).judgePassphrase(passphrase);
}

/** Opens the finished file again and compares every key. @returns how many are in it as they are kept. */
async function tryRestore(
  file: Uint8Array<ArrayBuffer>,
  passphrase: string,
  { keys }: Backup,
): Promise<number> {
  const { openBackup } = await import("../../lib/vault/backup-file");
  const found = new Map(
    (await openBackup(file, passphrase)).keys.map((key) => [key.id, JSON.stringify(sorted(key))]),
  );
  const isWhole = keys.every((key) => found.get(key.id) === JSON.stringify(sorted(key)));
  if (!isWhole || found.size !== keys.length) throw new NotABackupError();
  return found.size;
}

function sorted(key: object): [string, unknown][] {
  return Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
}

function download(file: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over when the click was handled; long files need a moment more.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The derivation holds this thread for a second or two: what it says of that is drawn first. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
