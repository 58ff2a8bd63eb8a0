import type { Session } from "../house/backend.ts";

/** An example for readers: well-formed, and opens nothing. */
export const EXAMPLE_TOKEN = [
  base64url({ alg: "HS256", typ: "JWT" }),
  base64url({ sub: "example", iat: 1_700_000_000, exp: 1_731_536_000 }),
  "ZXhhbXBsZS1zaWduYXR1cmUtdGhhdC1vcGVucy1ub3RoaW5n",
].join(".");

export const CURL_EXAMPLE = `curl https://api.partner.impossiblecloud.com/v1/contract/list \\
  -H "Authorization: Bearer ${EXAMPLE_TOKEN}"`;

/** What the console itself might carry about to say who is signed in; no API key. */
export function sessionToken({ user, organisation }: Session): string {
  return [
    base64url({ alg: "RS256", typ: "JWT", kid: "console-1" }),
    base64url({ sub: user.email, org: organisation.name, role: user.role, aud: "console" }),
    "c2Vzc2lvbi1vZi10aGUtY29uc29sZS1hbmQtbm90LWEta2V5LWF0LWFsbC1ub3QtZXZlbi1uZWFybHk",
  ].join(".");
}

/** A script element with the session's state, as server-rendered applications leave one. */
export function leaveState(session: Session): void {
  const state = document.createElement("script");
  state.type = "application/json";
  state.id = "__STATE__";
  state.textContent = JSON.stringify({ accessToken: sessionToken(session), user: session.user });
  document.body.append(state);
}

function base64url(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
