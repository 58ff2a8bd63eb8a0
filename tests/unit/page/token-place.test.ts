// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { shadowRootsIn } from "../../../lib/page/roots";
import { type Creation, findNewToken } from "../../../lib/page/token-place";
import { stillPresents } from "../../../lib/page/token-presence";
import { tokensShown } from "../../../lib/page/token-text";
import { fakeToken } from "./tokens";

const NOW_MS = Date.UTC(2026, 10, 1);
const REAL = fakeToken(1, { iat: NOW_MS / 1000, exp: NOW_MS / 1000 + 90 * 86_400 });
const SESSION = fakeToken(2, { iat: NOW_MS / 1000 - 3_600, exp: NOW_MS / 1000 + 600 });
const EXAMPLE = fakeToken(3);
const pieces = (size: number) => REAL.match(new RegExp(`.{1,${size}}`, "g")) ?? [];

function find(html: string, creation: Partial<Creation> = {}) {
  document.body.innerHTML = `<main><h1>API Keys</h1></main>${html}`;
  return findShown({ form: document.querySelector("[role=dialog],dialog"), ...creation });
}

/** The same in the page as it stands. */
function findShown(creation: Partial<Creation> = {}) {
  const finding = findNewToken([document, ...shadowRootsIn(document)], {
    before: new Set(),
    pressedAtMs: NOW_MS,
    form: null,
    hadKeyForm: true,
    endsMs: null,
    ...creation,
  });
  return finding.kind === "one" ? finding.place.token : finding.kind;
}
const dialog = (html: string) =>
  `<div role="dialog"><h2>Your new API key</h2><p>Copy it now, it will not be shown again.</p>${html}</div>`;

describe("takes the whole key", () => {
  it.each([
    ["from a code element", `<code>${REAL}</code><button>Copy</button>`],
    ["from a field", `<input readonly value="${REAL}"><button>Copy</button>`],
    [
      "from a masked field",
      `<input type="password" readonly value="${REAL}"><button>Show</button>`,
    ],
    ["from a text area", `<textarea readonly>${REAL}</textarea>`],
    [
      "from a plain element with a button right after it",
      `<div>${REAL}<button>Copy</button></div>`,
    ],
    ["from a sentence", `<p>Key: ${REAL}. Keep it safe.</p>`],
    [
      "split over elements",
      `<div>${pieces(40)
        .map((piece) => `<span>${piece}</span>`)
        .join("")}<a>Copy</a></div>`,
    ],
    [
      "split over elements with a word after it",
      `<div>${pieces(40)
        .map((piece) => `<span>${piece}</span>`)
        .join("")}<span>Copy</span></div>`,
    ],
    [
      "split into single letters",
      `<div>${pieces(1)
        .map((piece) => `<i>${piece}</i>`)
        .join("")}</div>`,
    ],
    ["from wrapped lines", `<pre>${pieces(64).join("\n")}</pre><p>Copy</p>`],
    [
      "from lines that are elements",
      `<div>${pieces(50)
        .map((piece) => `<div>${piece}</div>`)
        .join("")}</div><p>Done</p>`,
    ],
    ["with break opportunities", `<code>${pieces(20).join("<wbr>")}</code>`],
    ["with invisible break characters", `<code>${pieces(20).join("\u200b")}</code>`],
    ["followed by a word in an element of its own", `<span>${REAL}</span><span>Kopieren</span>`],
    ["from a button that copies it", `<button><code>${REAL}</code><i>Copy</i></button>`],
    ["from a link", `<p><a href="#">${REAL}</a></p>`],
    ["from a label around it", `<label>API key <output>${REAL}</output></label>`],
    ["from a heading", `<h3>${REAL}</h3>`],
    ["from a field with more in it", `<input readonly value="Bearer ${REAL}">`],
    ["from a line of a file", `<textarea readonly>KEY_ID=4711\nICMC_API_KEY=${REAL}\n</textarea>`],
    ["from JSON in a field", `<textarea readonly>{"id":"4711","token":"${REAL}"}</textarea>`],
    [
      "from the copy button, while it is masked",
      `<code>••••••••</code><button data-clipboard-text="${REAL}">Copy</button>`,
    ],
    ["from a title, while it is cut", `<code title="${REAL}">${REAL.slice(0, 20)}…</code>`],
    ["from the foot of the dialog", `<footer><code>${REAL}</code></footer>`],
    ["that is called an access token", `<p>Access token</p><code>${REAL}</code>`],
    [
      "that is shown in a command only",
      `<pre>curl -H "Authorization: Bearer ${REAL}" https://api</pre>`,
    ],
  ])("%s", (_how, html) => {
    expect(find(dialog(html))).toBe(REAL);
  });

  it("from a button around a slot", () => {
    document.body.innerHTML = dialog("<x-snippet></x-snippet>");
    const host = document.querySelector("x-snippet");
    host?.append(REAL);
    const shadow = host?.attachShadow({ mode: "open" });
    if (shadow) shadow.innerHTML = "<button><slot></slot></button>";
    expect(findShown()).toBe(REAL);
  });

  it.each([
    [
      "a banner at the top",
      `<div role="banner">API key created. Copy it now, you will not see it again: <code>${REAL}</code></div>`,
    ],
    [
      "a field named after a personal access token",
      `<section><h2>Personal access token created</h2><p>Copy it now.</p><label>Personal access token <input readonly value="${REAL}"></label></section>`,
    ],
  ])("from %s", (_where, html) => {
    expect(find(html, { form: null })).toBe(REAL);
  });

  it("that is called an access token and states nothing but the end asked for", () => {
    const token = fakeToken(4, { exp: NOW_MS / 1000 + 90 * 86_400 });
    const html = dialog(`<p>Access token</p><code>${token}</code>`);
    expect(find(html, { endsMs: NOW_MS + 90 * 86_400_000 })).toBe(token);
    expect(find(html, { endsMs: NOW_MS + 30 * 86_400_000 })).toBe("none");
  });

  it("from its own row in the list, when it says that it was made now", () => {
    const list = (token: string) =>
      `<main><table><tr><th>Description</th><th>Key</th></tr><tr><td>Backup</td><td>${token}</td></tr></table></main>`;
    expect(find(list(REAL), { form: null })).toBe(REAL);
    expect(find(list(EXAMPLE), { form: null })).toBe("none");
    expect(find(list(REAL), { form: null, hadKeyForm: false })).toBe("none");
  });

  it("from a drawer that is a menu by name and held the form", () => {
    const drawer = `<nav><form></form><p>Here is your key</p><input readonly value="${REAL}"></nav>`;
    expect(find(drawer)).toBe("none");
    expect(findShown({ form: document.querySelector("nav form") })).toBe(REAL);
  });

  it("from a toast", () => {
    expect(
      find(`<div role="status">API key created: <b>${REAL}</b> <button>Copy</button></div>`, {
        form: null,
      }),
    ).toBe(REAL);
  });

  it("from a panel in the page", () => {
    expect(
      find(
        `<section><p>Neuer API-Schlüssel. Er wird nicht erneut angezeigt.</p><code>${REAL}</code><button>Kopieren</button></section>`,
        { form: null },
      ),
    ).toBe(REAL);
  });

  it("from an open shadow root", () => {
    document.body.innerHTML = "<x-dialog></x-dialog>";
    const shadow = document.querySelector("x-dialog")?.attachShadow({ mode: "open" });
    if (shadow) shadow.innerHTML = dialog(`<code>${REAL}</code>`);
    expect(findShown()).toBe(REAL);
  });
});

describe("tells the key from", () => {
  it.each([
    [
      "the example below it",
      `<code>${REAL}</code><h4>Example</h4><pre>curl -H "Authorization: Bearer ${EXAMPLE}"</pre>`,
    ],
    [
      "the example above it",
      `<p>For example</p><pre>${EXAMPLE}</pre><p>Your key</p><code>${REAL}</code><button>Copy</button>`,
    ],
    [
      "a command that holds another string",
      `<pre>curl -H 'Authorization: Bearer ${EXAMPLE}'</pre><code>${REAL}</code>`,
    ],
  ])("%s", (_what, html) => {
    expect(find(dialog(html))).toBe(REAL);
  });

  it("a session token that appears with it", () => {
    expect(
      find(
        `<div>${SESSION}</div>${dialog(`<code>${REAL}</code>`)}<aside>Debug: ${SESSION}</aside>`,
      ),
    ).toBe(REAL);
  });
});

describe("takes nothing", () => {
  it.each([
    ["from a banner", `<div>${SESSION}</div>`],
    [
      "from a session notice",
      `<div role="alert">Session token: ${SESSION} <button>Copy</button></div>`,
    ],
    [
      "from a debug panel with a copy button",
      `<section><h3>Debug</h3><pre>${SESSION}</pre><button>Copy</button></section>`,
    ],
    ["from a script", `<script type="application/json">${REAL}</script>`],
    ["from a hidden element", dialog(`<code hidden>${REAL}</code>`)],
    ["from a hidden field", dialog(`<input type="hidden" value="${REAL}">`)],
    [
      "from documentation",
      `<section><h3>Example</h3><p>API key</p><code>${EXAMPLE}</code><button>Copy</button></section>`,
    ],
    ["from a string that was cut", dialog(`<code>${REAL.slice(0, -10)}…</code>`)],
    [
      "from a string with a letter of another alphabet",
      dialog(`<code>${REAL.replace("eyJ", "еyJ")}</code>`),
    ],
    ["from a string that goes on with a fourth part", dialog(`<code>${REAL}.abc</code>`)],
    ["from a string that is masked from here on", dialog(`<code>${REAL}••••</code>`)],
    ["from a string that goes on in another alphabet", dialog(`<code>${REAL}а</code>`)],
    ["from a string that is padded", dialog(`<code>${REAL}==</code>`)],
    [
      "from a string with a reordering character",
      dialog(`<code>${REAL.slice(0, 60)}\u202e${REAL.slice(60)}</code>`),
    ],
  ])("%s", (_where, html) => {
    expect(find(html, { form: null })).toBe("none");
  });

  it("that stood there before the form was sent", () => {
    document.body.innerHTML = dialog(`<code>${EXAMPLE}</code>`);
    expect(find(dialog(`<code>${EXAMPLE}</code>`), { before: tokensShown([document]) })).toBe(
      "none",
    );
  });

  it("when two strings look equally like the key", () => {
    const other = fakeToken(9, { iat: NOW_MS / 1000 });
    expect(
      find(dialog(`<code>${fakeToken(8, { iat: NOW_MS / 1000 })}</code><code>${other}</code>`)),
    ).toBe("several");
  });
});

it("decides between two by the end the form asked for", () => {
  const other = fakeToken(9, { iat: NOW_MS / 1000, exp: NOW_MS / 1000 + 3_600 });
  const html = dialog(`<code>${other}</code><code>${REAL}</code>`);
  expect(find(html, { endsMs: NOW_MS + 90 * 86_400_000 })).toBe(REAL);
});

describe("a key counts as shown", () => {
  const placed = (html: string) => {
    document.body.innerHTML = dialog(html);
    const finding = findNewToken([document], {
      before: new Set(),
      pressedAtMs: NOW_MS,
      form: null,
      hadKeyForm: true,
      endsMs: null,
    });
    if (finding.kind !== "one") throw new Error("the fixture shows no key");
    return finding.place;
  };

  it.each([
    ["in a field with more in it", `<input readonly value="Bearer ${REAL}">`],
    ["carried by its copy button", `<button data-clipboard-text="${REAL}">Copy</button>`],
    ["written on a button", `<button>${REAL}</button>`],
  ])("%s", (_how, html) => {
    const place = placed(html);
    expect(stillPresents(place)).toBe(true);
    place.container.innerHTML = "<form><input></form>";
    expect(stillPresents(place)).toBe(false);
  });

  it("while it is masked again", () => {
    const place = placed(`<code>${REAL}</code><button>Hide</button>`);
    place.element.textContent = "••••••••••••••••";
    expect(stillPresents(place)).toBe(true);
  });

  it("no longer when the dialog is gone, hidden, or asks for the next key", () => {
    const gone = placed(`<code>${REAL}</code>`);
    gone.container.remove();
    expect(stillPresents(gone)).toBe(false);
    const hidden = placed(`<code>${REAL}</code>`);
    hidden.container.setAttribute("hidden", "");
    expect(stillPresents(hidden)).toBe(false);
    const next = placed(`<code>${REAL}</code>`);
    next.container.innerHTML = "<form><input></form>";
    expect(stillPresents(next)).toBe(false);
  });
});
