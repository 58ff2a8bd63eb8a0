import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { type CopyForm, copyAs } from "../../../lib/tasks/copy-as";

const FORMS: CopyForm[] = [
  "raw",
  "header",
  "curl",
  "powershell",
  "python",
  "env",
  "postman",
  "terraform",
];
const TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";
const apiHost = "api.partner.impossiblecloud.com";
const call = { method: "GET", path: "/partner/a%2Fb/usage?from=2026-01-01&to=2026-01-31" } as const;

describe("copy as", () => {
  it.each(FORMS)("leaves the key out unless it is asked for: %s", (form) => {
    expect(copyAs(form, { apiHost, call, token: null })).not.toContain("eyJ");
    expect(copyAs(form, { apiHost, call, token: TOKEN })).toContain(TOKEN);
  });

  it("gives a shell exactly the address and the header", () => {
    const script = copyAs("curl", { apiHost, call, token: TOKEN }).replace(
      "curl",
      "printf '%s\\n'",
    );
    expect(execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" }).split("\n")).toEqual([
      "--fail-with-body",
      "--header",
      `Authorization: Bearer ${TOKEN}`,
      `https://${apiHost}/v1${call.path}`,
      "",
    ]);
  });

  it("is JSON for Postman, with the key marked as a secret", () => {
    const environment = JSON.parse(copyAs("postman", { apiHost, call, token: TOKEN }));
    expect(environment.values[1]).toMatchObject({ value: TOKEN, type: "secret" });
  });

  it("refuses what would break out of its quotes", () => {
    expect(() => copyAs("curl", { apiHost, call, token: "a'; rm -rf ~; '" })).toThrow(RangeError);
    const bad = { method: "GET", path: "/x'$(id)" } as const;
    expect(() => copyAs("curl", { apiHost, call: bad, token: null })).toThrow(RangeError);
  });
});
