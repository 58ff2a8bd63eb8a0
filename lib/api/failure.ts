import { HTTPError, TimeoutError } from "ky";
import { UnreadableAnswer } from "./answer";
import {
  ApiAnswerError,
  ApiAnswerTooLargeError,
  ApiError,
  type ApiFailure,
  ApiTimeoutError,
  ApiUnreachableError,
} from "./api-error";
import {
  ApiFaultError,
  ApiKeyRefusedError,
  ApiNotFoundError,
  ApiRateLimitedError,
  ApiRoleError,
  ApiStatusError,
} from "./api-status-error";
import { apiWords } from "./api-words";
import { retryAfterMs } from "./retry-after";

/** What was known at the moment of the failure. */
export interface Circumstances extends ApiFailure {
  timeLimitMs: number;
  /** Where reading was stopped, `null` when it was not. */
  stoppedAtBytes: number | null;
  isOnline: boolean;
  nowMs: number;
  secrets: readonly string[];
}

/**
 * Turns whatever came out of a request into one of our classes. The original is dropped on purpose:
 * it holds the request, and the request holds the key.
 */
export function failureOf(error: unknown, at: Circumstances): ApiError {
  if (error instanceof ApiError) return error;
  if (at.stoppedAtBytes !== null) return new ApiAnswerTooLargeError(at.stoppedAtBytes, at);
  if (error instanceof UnreadableAnswer) return new ApiAnswerError(error.field, at);
  if (error instanceof TimeoutError) return new ApiTimeoutError(at.timeLimitMs, at);
  if (error instanceof HTTPError) return refusalOf(error.response, error.data, at);
  // Browsers say "TypeError" for no route, no name, a bad certificate, a refused redirect alike.
  return new ApiUnreachableError(at.isOnline ? "unreachable" : "offline", at);
}

function refusalOf({ status, headers }: Response, answer: unknown, at: Circumstances) {
  const apiMessage = apiWords(answer, headers.get("content-type") ?? "", at.secrets);
  const failure = {
    operation: at.operation,
    mayHaveHappened: at.mayHaveHappened && !provesNothingHappened(status),
    status,
    apiMessage,
  };
  if (status === 401 || speaksOfTheKey(status, apiMessage)) return new ApiKeyRefusedError(failure);
  if (status === 403) return new ApiRoleError(failure);
  if (status === 404) return new ApiNotFoundError(failure);
  if (status === 429) {
    return new ApiRateLimitedError(retryAfterMs(headers.get("retry-after"), at.nowMs), failure);
  }
  return status >= 500 ? new ApiFaultError(failure) : new ApiStatusError(failure);
}

/** A refusal is an answer about this very request; 408 comes from a gateway that gave up on it. */
function provesNothingHappened(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

/** Which status stands for a key that is not accepted is not published, so the words count too. */
function speaksOfTheKey(status: number, apiMessage: string | null): boolean {
  if (apiMessage === null || (status !== 400 && status !== 403)) return false;
  return (
    /\b(token|jwt|api[ -]?key|authorization header)\b/i.test(apiMessage) &&
    /\b(expired|invalid|malformed|missing|revoked|unknown|signature)\b/i.test(apiMessage)
  );
}
