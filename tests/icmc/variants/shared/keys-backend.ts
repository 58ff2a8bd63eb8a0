import { type ApiKey, ask, BackendError } from "../house/backend.ts";

export type CreatedKey = ApiKey & { token: string };

/** @throws {@link BackendError} */
export function createKey(description: string, validUntil: Date): Promise<CreatedKey> {
  return ask("POST", "/api-keys", { description, validUntil: validUntil.toISOString() });
}

/** @throws {@link BackendError} */
export function deleteKey(id: string): Promise<void> {
  return ask("DELETE", `/api-keys/${encodeURIComponent(id)}`);
}

/** What the backend answers to a GET, or `null` where it refuses. For pages that say nothing then. */
export async function look<T>(path: string): Promise<T | null> {
  try {
    return await ask<T>("GET", path);
  } catch (error) {
    failureWords(error);
    return null;
  }
}

/** The backend's words for a person. Who is no longer signed in gets the sign-in page instead. */
export function failureWords(error: unknown): string {
  if (!(error instanceof BackendError)) throw error;
  if (error.status === 401) location.reload();
  return error.message;
}
