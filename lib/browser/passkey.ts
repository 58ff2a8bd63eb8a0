import { newPasskeySalt, passkeyInputs } from "../vault/secret-slot";
import type { PasskeyHint } from "../vault/slot-facts";
import { t } from "../words/words";

/** What a passkey answered; both texts in base64. */
export interface PasskeyAnswer {
  credentialId: string;
  secret: string;
}

/** Firefox refuses a passkey without an RP id, and an extension page has none to name. */
export function canUsePasskeys(): boolean {
  return !import.meta.env.FIREFOX && typeof PublicKeyCredential !== "undefined";
}

/**
 * Makes a passkey and asks it at once, as every later unlock will.
 *
 * @throws DOMException when the person cancels; {@link UselessPasskeyError} is thrown by the vault
 * for an answer that is short or zero.
 */
export async function makePasskey(): Promise<PasskeyAnswer & { salt: string }> {
  const salt = newPasskeySalt();
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rp: { name: "ICMC Companion" },
      user: {
        id: crypto.getRandomValues(new Uint8Array(16)),
        name: "vault",
        displayName: t("passkey.name"),
      },
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
      extensions: { prf: {} },
    },
  })) as PublicKeyCredential;
  const credentialId = new Uint8Array(made.rawId).toBase64();
  const answer = await askPasskey([{ credentialId, salt }]);
  return { ...answer, salt: salt.toBase64() };
}

/** Asks one of the vault's passkeys for its two answers. @throws DOMException when the person cancels. */
export async function askPasskey(hints: readonly PasskeyHint[]): Promise<PasskeyAnswer> {
  const inputs = await Promise.all(
    hints.map(async ({ credentialId, salt }) => {
      const id = Uint8Array.fromBase64(credentialId);
      const name = id.toBase64({ alphabet: "base64url", omitPadding: true });
      return { id, name, ask: await passkeyInputs(salt) };
    }),
  );
  const given = (await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: inputs.map(({ id }) => ({ type: "public-key", id })),
      userVerification: "required",
      extensions: {
        prf: { evalByCredential: Object.fromEntries(inputs.map(({ name, ask }) => [name, ask])) },
      },
    },
  })) as PublicKeyCredential;
  const results = given.getClientExtensionResults().prf?.results;
  return {
    credentialId: new Uint8Array(given.rawId).toBase64(),
    secret: joined(results?.first, results?.second).toBase64(),
  };
}

/** Whatever is missing stays missing: the vault refuses a short answer. */
function joined(...parts: (BufferSource | undefined)[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.flatMap((part) => {
    if (part === undefined) return [];
    const view = ArrayBuffer.isView(part)
      ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
      : new Uint8Array(part);
    return [...view];
  });
  return new Uint8Array(bytes);
}
