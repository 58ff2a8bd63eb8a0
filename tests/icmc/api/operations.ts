import type { Operation } from "./call.ts";
import { contractOperations } from "./contracts.ts";
import { memberOperations } from "./members.ts";
import { partnerOperations } from "./partners.ts";
import { regionOperations } from "./regions.ts";
import { storageAccountOperations } from "./storage-accounts.ts";
import { usageOperations } from "./usage.ts";

/** All 24 operations of the API. */
export const OPERATIONS: readonly Operation[] = [
  ...contractOperations,
  ...partnerOperations,
  ...memberOperations,
  ...storageAccountOperations,
  ...usageOperations,
  ...regionOperations,
];

export interface Match {
  operation: Operation;
  parameters: ReadonlyMap<string, string>;
}

/** The operation a request asks for; fixed segments win over parameters. `null`: there is none. */
export function operationFor(method: string, path: string): Match | null {
  const segments = path.split("/");
  const matches = OPERATIONS.flatMap((operation) => {
    const parameters = parametersOf(operation.name, method, segments);
    return parameters ? [{ operation, parameters }] : [];
  });
  matches.sort((a, b) => a.parameters.size - b.parameters.size);
  return matches[0] ?? null;
}

function parametersOf(
  name: string,
  method: string,
  segments: readonly string[],
): Map<string, string> | null {
  const [ownMethod, template = ""] = name.split(" ");
  const own = template.split("/");
  if (ownMethod !== method || own.length !== segments.length) return null;
  const parameters = new Map<string, string>();
  for (const [at, piece] of own.entries()) {
    const segment = segments[at] ?? "";
    if (piece.startsWith("{")) parameters.set(piece.slice(1, -1), decoded(segment));
    else if (piece !== segment) return null;
  }
  return parameters;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
