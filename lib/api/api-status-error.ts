import { ApiError, type ApiFailure } from "./api-error";

export interface StatusFailure extends ApiFailure {
  status: number;
  /** The API's own words: short, plain text, free of our secrets; `null` when it said nothing usable. */
  apiMessage: string | null;
}

/**
 * The API answered with a status that is no success. The classes below tell the cases apart that
 * a caller treats differently, so ask for them first; this one alone means "refused otherwise",
 * and `apiMessage` is the best explanation there is.
 */
export class ApiStatusError extends ApiError {
  override name = "ApiStatusError";
  readonly status: number;
  readonly apiMessage: string | null;

  constructor(failure: StatusFailure) {
    super(`answered with status ${failure.status}`, failure);
    this.status = failure.status;
    this.apiMessage = failure.apiMessage;
  }
}

/** The key is not accepted: expired, deleted, or unknown to this host. */
export class ApiKeyRefusedError extends ApiStatusError {
  override name = "ApiKeyRefusedError";
}

/** The key is accepted, but not for this: another side's operation, or its maker may only read. */
export class ApiRoleError extends ApiStatusError {
  override name = "ApiRoleError";
}

export class ApiNotFoundError extends ApiStatusError {
  override name = "ApiNotFoundError";
}

export class ApiRateLimitedError extends ApiStatusError {
  override name = "ApiRateLimitedError";
  /** How long the API asks to wait from now; `null` when it did not say. */
  readonly retryAfterMs: number | null;

  constructor(retryAfterMs: number | null, failure: StatusFailure) {
    super(failure);
    this.retryAfterMs = retryAfterMs;
  }
}

/** A fault on the vendor's side (any 5xx). */
export class ApiFaultError extends ApiStatusError {
  override name = "ApiFaultError";
}
