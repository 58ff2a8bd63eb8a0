import { ApiKeyRefusedError, ApiNotFoundError, ApiRoleError } from "../../api/api-status-error";

/** A refusal that may merely mean "not your side's operation". */
export function mayBeOtherSide(error: unknown): boolean {
  return (
    error instanceof ApiKeyRefusedError ||
    error instanceof ApiRoleError ||
    error instanceof ApiNotFoundError
  );
}
