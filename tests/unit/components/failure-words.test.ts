import { describe, expect, it } from "vitest";
import { failureWords } from "../../../components/failure-words";

const failure = (name: string, facts: Record<string, unknown>) =>
  Object.assign(new Error("inside"), { name, facts });

describe("the words for a failure", () => {
  it("name the pause the API asks for instead of a minute", () => {
    expect(failureWords(failure("ApiRateLimitedError", { retryAfterMs: 29_500 }))).toBe(
      "The API asks for a pause of 30 seconds.",
    );
    expect(failureWords(failure("ApiRateLimitedError", {}))).toBe(
      "The API asks for a pause. Wait a minute, then refresh.",
    );
  });

  it("end what the API said like every other sentence", () => {
    expect(
      failureWords(failure("ApiRoleError", { apiMessage: "forbidden", retryAfterMs: 1_000 })),
    ).toMatch(/\. The API asks for a pause of one second\. The API says: “forbidden”\.$/);
  });

  it("tell nothing of an error nobody knows", () => {
    const words = failureWords(new Error("eyJhbGciOi.secret"));
    expect(words).not.toMatch(/eyJ|secret/);
    expect(words).not.toBe("");
  });
});
