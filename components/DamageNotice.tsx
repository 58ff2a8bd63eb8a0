import { Notice } from "./Notice";

/** Entries that neither copy holds. */
export function DamageNotice({ rows }: { rows: number }) {
  return (
    <Notice kind="alert">
      {rows === 1 ? "One entry of the vault" : `${rows} entries of the vault`} can no longer be read
      in either copy, so a key may be missing below. The others are safe. Import your latest backup
      on the Vault page of the workspace; a key that is still missing then must be deleted on the
      console's API Keys page and made anew.
    </Notice>
  );
}
