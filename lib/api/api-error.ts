/** What every failed call tells. None of it ever carries a key, a header, an id or a body. */
export interface ApiFailure {
  /** The call by its shape, such as `DELETE /partner/{}`: ids are left out. */
  operation: string;
  /**
   * Whether a write may have taken effect although it failed here: its answer was lost, late or
   * unreadable. `false` proves that nothing happened; always `false` for reads. When `true`, read
   * the object to learn what became of it; never send the write again blindly.
   */
  mayHaveHappened: boolean;
}

/** Root of everything a call can fail with; sentences for people are written from the class. */
export class ApiError extends Error implements ApiFailure {
  override name = "ApiError";
  readonly operation: string;
  readonly mayHaveHappened: boolean;

  constructor(message: string, { operation, mayHaveHappened }: ApiFailure) {
    super(message);
    this.operation = operation;
    this.mayHaveHappened = mayHaveHappened;
  }
}

/** Which argument could never become a request. */
export type WrongArgument = "host" | "token" | "path-segment" | "day" | "capacity" | "instant";

/** The request was never built: an argument would have bent it. Nothing was sent. */
export class ApiRequestError extends ApiError {
  override name = "ApiRequestError";
  readonly argument: WrongArgument;

  constructor(argument: WrongArgument, operation = "") {
    super(`not sent: unusable ${argument}`, { operation, mayHaveHappened: false });
    this.argument = argument;
  }
}

/** No answer arrived. `cause` says whether this machine or the other side is out of reach. */
export class ApiUnreachableError extends ApiError {
  override name = "ApiUnreachableError";
  override readonly cause: "offline" | "unreachable";

  constructor(cause: "offline" | "unreachable", failure: ApiFailure) {
    super(cause === "offline" ? "this computer is offline" : "the host did not answer", failure);
    this.cause = cause;
  }
}

/** The whole call, body and repetitions included, took longer than `timeLimitMs`. */
export class ApiTimeoutError extends ApiError {
  override name = "ApiTimeoutError";
  readonly timeLimitMs: number;

  constructor(timeLimitMs: number, failure: ApiFailure) {
    super(`no complete answer within ${timeLimitMs} ms`, failure);
    this.timeLimitMs = timeLimitMs;
  }
}

/** The caller's own `AbortSignal` ended the call. */
export class ApiCancelledError extends ApiError {
  override name = "ApiCancelledError";

  constructor(failure: ApiFailure) {
    super("cancelled", failure);
  }
}

/** Success by its status, but not an answer we understand. `field` is the path of what is wrong. */
export class ApiAnswerError extends ApiError {
  override name = "ApiAnswerError";
  /** Such as `content type`, `body`, `regions` or `answer` (the answer as a whole). */
  readonly field: string;

  constructor(field: string, failure: ApiFailure) {
    super(`answer not understood at ${field}`, failure);
    this.field = field;
  }
}

/** More bytes than this call can reasonably answer; reading was stopped there. */
export class ApiAnswerTooLargeError extends ApiError {
  override name = "ApiAnswerTooLargeError";
  readonly limitBytes: number;

  constructor(limitBytes: number, failure: ApiFailure) {
    super(`answer larger than ${limitBytes} bytes`, failure);
    this.limitBytes = limitBytes;
  }
}
