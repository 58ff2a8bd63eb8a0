/** What the console's backend sends; see `tests/icmc/README.md`. */

export interface Settings {
  language: string;
  dateFormat: string;
  timeZone: string | null;
  idleMs: number;
  pageSize: number;
  demoLogin: { email: string; password: string } | null;
}

export interface Session {
  user: { name: string; email: string; role: "admin" | "staff" | "viewer" };
  organisation: { name: string; kind: "distributor" | "partner" };
}

export interface ApiKey {
  id: string;
  description: string;
  createdAt: string;
  validUntil: string | null;
}

export interface Partner {
  id: string;
  name: string;
  details: string;
  contract: string;
  allocatedCapacity: number;
  storageAccounts: number;
  createdAt: string;
}

export interface TeamMember {
  id: string;
  name: string;
  email: string;
  role: string;
  createdAt: string;
}

export interface Overview {
  partners: number;
  storageAccounts: number;
  reservedCapacity: number;
  allocatedCapacity: number;
  contracts: {
    id: string;
    details: string;
    currency: string;
    reservedCapacity: number;
    allocatedCapacity: number;
  }[];
}

/** The backend said no, in words meant for people; or it could not be reached. */
export class BackendError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "BackendError";
    this.status = status;
  }
}

/** @throws {@link BackendError}; status 401 means nobody is signed in, 0 that no answer came. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await reach(method, path, body);
  const text = await response.text();
  if (!response.ok) throw new BackendError(response.status, messageIn(text));
  return (text === "" ? null : JSON.parse(text)) as T;
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(`/internal${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
  } catch {
    // fetch tells no reasons apart: whatever it was, no answer came.
    throw new BackendError(0, "The server cannot be reached. Please try again.");
  }
}

function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === "string") return message;
  } catch {
    // Not JSON: a gateway's page. The sentence below says all we know.
  }
  return "Something went wrong. Please try again.";
}
