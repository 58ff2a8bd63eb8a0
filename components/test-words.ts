import type { TestOutcome } from "../lib/keys/api-key";

const WORDS: Record<TestOutcome, string> = {
  works: "Works",
  expired: "Expired: by its date this key no longer works. Create a new one in the console.",
  refused:
    "Refused: the API does not accept this key. It was deleted in the console, or it is not from there.",
  "wrong-role":
    "Wrong role: the API knows this key but lets it see neither contracts nor accounts.",
  offline: "Offline: this computer has no connection, so nothing was tested.",
  unreachable: "Host not reachable: the API could not be contacted. Check VPN, proxy or firewall.",
  "rate-limited": "Not tested: the API asks for a pause. Try again in a minute.",
  "vendor-fault": "Not tested: the API reported a fault of its own. Try again later.",
  "not-understood": "Not certain: the API answered something that could not be understood.",
};

/** "Works" or the reason, with what to do next. */
export function testWords(outcome: TestOutcome): string {
  return WORDS[outcome];
}
