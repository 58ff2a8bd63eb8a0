// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { FirstRun } from "../../../../components/unlock/FirstRun";
import { Unlock } from "../../../../components/unlock/Unlock";
import type { PassphraseVerdict } from "../../../../lib/vault/passphrase";

afterEach(cleanup);

const otherWays = {
  ways: ["passphrase" as const],
  onUnlockWithCode: async () => false,
  onUnlockWithPasskey: async () => false,
};

describe("unlocking", () => {
  function type(passphrase: string) {
    fireEvent.input(screen.getByLabelText("Passphrase"), { target: { value: passphrase } });
    fireEvent.click(screen.getByRole("button", { name: "Unlock" }));
  }

  it("answers a wrong passphrase with an alert and lets it be typed again", async () => {
    render(<Unlock {...otherWays} waiting={0} onUnlock={async () => false} />);
    type("not this one");
    expect((await screen.findByRole("alert")).textContent).toContain("does not open the vault");
    expect(screen.getByLabelText("Passphrase").getAttribute("aria-invalid")).toBe("true");
    fireEvent.input(screen.getByLabelText("Passphrase"), { target: { value: "another" } });
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says how many keys wait, without naming them", () => {
    render(<Unlock {...otherWays} waiting={2} onUnlock={async () => true} />);
    expect(screen.getByRole("status").textContent).toContain("2 keys waiting");
  });

  it("tells a failure of storage apart from a wrong passphrase", async () => {
    render(
      <Unlock
        {...otherWays}
        waiting={0}
        onUnlock={() => Promise.reject(Object.assign(new Error(), { name: "DamagedVaultError" }))}
      />,
    );
    type("whatever");
    expect((await screen.findByRole("alert")).textContent).toContain("can no longer be read");
  });
});

describe("the first run", () => {
  const accepted: PassphraseVerdict = { accepted: true, score: 4, problem: null };
  const weak: PassphraseVerdict = { accepted: false, score: 1, problem: "too-weak" };

  async function create(verdict: PassphraseVerdict, passphrase: string, repeated: string) {
    const created: string[] = [];
    render(
      <FirstRun
        onJudge={async () => verdict}
        onSuggest={async () => "five quiet words in order"}
        onCreate={async (chosen) => {
          created.push(chosen);
        }}
      />,
    );
    fireEvent.input(screen.getByLabelText("Passphrase"), { target: { value: passphrase } });
    fireEvent.input(screen.getByLabelText("Repeat passphrase"), { target: { value: repeated } });
    fireEvent.click(screen.getByRole("button", { name: "Create vault" }));
    await new Promise((resolve) => setTimeout(resolve));
    return created;
  }

  it("creates the vault when both passphrases agree", async () => {
    expect(await create(accepted, "five quiet words", "five quiet words")).toEqual([
      "five quiet words",
    ]);
  });

  it("creates nothing when they differ", async () => {
    expect(await create(accepted, "five quiet words", "five quiet word")).toEqual([]);
    expect((await screen.findByRole("alert")).textContent).toContain("differ");
  });

  it("creates nothing with a passphrase that is easy to guess", async () => {
    expect(await create(weak, "passwordpassword", "passwordpassword")).toEqual([]);
    expect((await screen.findByRole("alert")).textContent).toContain("easy to guess");
  });

  it("never shows a passphrase field in clear", () => {
    render(
      <FirstRun onJudge={async () => weak} onSuggest={async () => ""} onCreate={async () => {}} />,
    );
    for (const label of ["Passphrase", "Repeat passphrase"])
      expect(screen.getByLabelText(label).getAttribute("type")).toBe("password");
  });
});
