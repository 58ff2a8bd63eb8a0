// @vitest-environment jsdom
import { afterEach, describe, expect, it } from "vitest";
import { findNewToken } from "../../../lib/page/token-place";
import { fakeToken } from "./tokens";

/** States no time, as some issuers' keys do. */
const REAL = fakeToken(1);
const OTHER = fakeToken(2);
const NOW_MS = Date.UTC(2026, 10, 1);

/** The form was sent from a panel that the page then fills with its answer. */
function answered(html: string, { hadKeyForm = true, outside = "" } = {}) {
  document.body.innerHTML = `<div class="o"><div class="p"><form></form></div></div>${outside}`;
  const panel = document.querySelector(".p") as Element;
  const form = panel.querySelector("form");
  panel.innerHTML = html;
  const finding = findNewToken([document], {
    before: new Set(),
    pressedAtMs: NOW_MS,
    form,
    around: [panel],
    hadKeyForm,
    endsMs: null,
  });
  return finding.kind === "one" ? finding.place.token : finding.kind;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe("the only new string in the place of the form is the key", () => {
  it.each([
    ["with no word about it at all", `<h3>Backup</h3><div>${REAL}</div><button>Close</button>`],
    [
      "visible for this session only",
      `<h2>API key</h2><p>This key stays visible for this session only.</p><div>${REAL}</div>`,
    ],
    [
      "sichtbar nur während dieser Sitzung",
      `<h2>Schlüssel angelegt</h2><p>Er ist nur während dieser Sitzung sichtbar.</p><input readonly value="${REAL}">`,
    ],
    [
      "with a word about documentation and a header",
      `<h2>API key</h2><p>See the documentation for examples. Send it as <code>Authorization: Bearer &lt;key&gt;</code>.</p><div>${REAL}</div>`,
    ],
    [
      "with an example of where to use it",
      `<p>Paste it into your tool, for example Veeam</p><div>${REAL}</div>`,
    ],
  ])("%s", (_how, html) => {
    expect(answered(html)).toBe(REAL);
  });
});

describe("is not taken", () => {
  it.each([
    ["named a websocket token", `<div>Your websocket token: <code>${REAL}</code></div>`],
    ["named a session token", `<p>Session token: ${REAL}</p>`],
    ["named an access token", `<label>Access token <input readonly value="${REAL}"></label>`],
    ["under the heading of an example", `<h4>Example</h4><pre>${REAL}</pre>`],
    ["inside a command", `<pre>curl -H "Authorization: Bearer ${REAL}" https://api.test</pre>`],
    ["in an entry of a list", `<table><tr><td>${REAL}</td></tr></table>`],
  ])("when it is %s", (_what, html) => {
    expect(answered(html)).toBe("none");
  });

  it("when no form for a key was sent", () => {
    expect(answered(`<div>${REAL}</div>`, { hadKeyForm: false })).toBe("none");
  });

  it("when it stands outside of where answers stand", () => {
    expect(answered("", { outside: `<div>${REAL}</div>` })).toBe("none");
  });

  it("when another new string is there as well", () => {
    expect(answered(`<div>${REAL}</div><div>${OTHER}</div>`)).toBe("none");
  });
});

it("a key too long for the vault is found all the same", () => {
  const long = fakeToken(3, { perm: "x".repeat(7_200) });
  expect(answered(`<h2>API key created</h2><p>Copy it now</p><textarea>${long}</textarea>`)).toBe(
    long,
  );
});
