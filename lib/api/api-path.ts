import { ApiRequestError } from "./api-error";

/** A path below `/v1`, made by {@link apiPath} only, so that ids are always encoded. */
export interface ApiPath {
  /** Such as `/partner/a%2Fb`. */
  readonly encoded: string;
  /** The same without ids, `/partner/{}`: fit for errors. */
  readonly shape: string;
}

/**
 * Template tag for paths: every inserted id becomes exactly one path segment.
 *
 * @throws {@link ApiRequestError} for an id that no encoding can make harmless: empty, `.` or `..`
 * (also between slashes, since gateways tend to decode `%2F`), control characters, lone surrogates.
 */
export function apiPath(parts: TemplateStringsArray, ...ids: string[]): ApiPath {
  return {
    encoded: parts.reduce((path, part, index) => path + segment(ids[index - 1] ?? "") + part),
    shape: parts.join("{}"),
  };
}

function segment(id: string): string {
  const climbs = id.split(/[/\\]/).some((step) => step === "." || step === "..");
  if (id === "" || climbs || /\p{Cc}/u.test(id) || !id.isWellFormed()) {
    throw new ApiRequestError("path-segment");
  }
  return encodeURIComponent(id);
}
