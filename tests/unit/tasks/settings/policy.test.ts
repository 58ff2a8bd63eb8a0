import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { API_HOSTS } from "../../../../lib/api/api-host";
import { checkPolicy } from "../../../../lib/tasks/settings/check-policy";
import { NO_POLICY } from "../../../../lib/tasks/settings/policy";
import {
  requireAllowed,
  requireFreeLockTime,
  requireHost,
  requireKeyLife,
  SetByOrganisationError,
} from "../../../../lib/tasks/settings/policy-limits";

const DAY_MS = 86_400_000;
const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../assets/public/managed-policy.json"), "utf8"),
);
const STRICTEST = {
  lockMinutes: 1,
  forbidsBackup: true,
  forbidsCopy: true,
  isReadOnly: true,
  longestKeyDays: 1,
  allowedApiHosts: [],
  forbidsPasskey: true,
};

describe("an organisation's policy", () => {
  it.each([[undefined], [null], [{}], [{ somethingNewer: true }], [{ lockMinutes: null }]])(
    "decides nothing where %j is managed",
    (managed) => {
      expect(checkPolicy(managed)).toEqual(NO_POLICY);
    },
  );

  it("is read by every name of the schema", () => {
    const managed = {
      lockMinutes: 5,
      forbidBackup: true,
      forbidCopy: true,
      readOnlyApi: true,
      longestKeyDays: 90,
      allowedApiHosts: ["api.partner.impossiblecloud.com"],
      forbidPasskey: true,
    };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(managed));
    expect(checkPolicy(managed)).toEqual({
      ...STRICTEST,
      lockMinutes: 5,
      longestKeyDays: 90,
      allowedApiHosts: ["api.partner.impossiblecloud.com"],
      faults: [],
    });
  });

  it("counts as the strictest one where nothing of it can be read, and names all of it", () => {
    const names = Object.keys(schema.properties);
    const managed = Object.fromEntries(names.map((name) => [name, "yes"]));
    expect(checkPolicy(managed)).toEqual({ ...STRICTEST, faults: names });
    expect(checkPolicy("locked down")).toEqual({ ...STRICTEST, faults: names });
  });

  it.each([
    [1, 1],
    [10, 5],
    [59, 15],
    [480, 60],
  ])("takes %i minutes for the next shorter time there is, %i", (lockMinutes, taken) => {
    expect(checkPolicy({ lockMinutes })).toMatchObject({ lockMinutes: taken, faults: [] });
  });

  it.each([0, -5, 1.5, Number.NaN])("cannot read %d minutes or days", (count) => {
    const policy = checkPolicy({ lockMinutes: count, longestKeyDays: count });
    expect(policy).toMatchObject({ lockMinutes: 1, longestKeyDays: 1 });
    expect(policy.faults).toEqual(["lockMinutes", "longestKeyDays"]);
  });

  it("allows no host at all where one of its hosts is none of the API's", () => {
    const allowedApiHosts = ["api.partner.impossiblecloud.com", "api.partner.example.com"];
    expect(checkPolicy({ allowedApiHosts })).toMatchObject({
      allowedApiHosts: [],
      faults: ["allowedApiHosts"],
    });
  });

  it("offers in its schema the hosts there are", () => {
    expect(schema.properties.allowedApiHosts.items.enum).toEqual([...API_HOSTS]);
  });
});

describe("what a policy forbids", () => {
  const policy = checkPolicy({
    lockMinutes: 5,
    forbidBackup: true,
    longestKeyDays: 30,
    allowedApiHosts: ["api.partner.eu-west-1.impossiblecloud.com"],
  });

  it("is refused by name, and nothing else is", () => {
    expect(() => requireAllowed(policy, "backup")).toThrow(SetByOrganisationError);
    for (const what of ["copy", "write", "passkey"] as const)
      expect(() => requireAllowed(policy, what)).not.toThrow();
    for (const what of ["backup", "copy", "write", "passkey"] as const)
      expect(() => requireAllowed(NO_POLICY, what)).not.toThrow();
  });

  it("is another time of locking", () => {
    expect(() => requireFreeLockTime(policy)).toThrow(SetByOrganisationError);
    expect(() => requireFreeLockTime(NO_POLICY)).not.toThrow();
  });

  it("is a key that lives longer, by more than filling in a form takes", () => {
    expect(() => requireKeyLife(policy, 30 * DAY_MS + 60_000, 0)).not.toThrow();
    expect(() => requireKeyLife(policy, 30 * DAY_MS + 3_600_000, 0)).toThrow(
      SetByOrganisationError,
    );
    expect(() => requireKeyLife(NO_POLICY, 9_000 * DAY_MS, 0)).not.toThrow();
  });

  it("is every other host", () => {
    expect(() => requireHost(policy, "api.partner.eu-west-1.impossiblecloud.com")).not.toThrow();
    expect(() => requireHost(policy, "api.partner.impossiblecloud.com")).toThrow(
      SetByOrganisationError,
    );
    expect(() => requireHost(NO_POLICY, "api.partner.impossiblecloud.com")).not.toThrow();
  });
});
