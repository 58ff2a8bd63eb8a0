// @vitest-environment jsdom
import { expect, it } from "vitest";
import { identifyPage } from "../../../lib/page/api-keys-page";

const isKeys = (html: string, path: string) => {
  document.body.innerHTML = html;
  return identifyPage([document], path).isApiKeysPage;
};

it.each([
  ["the known address", "<h1>API Keys</h1>", "/api_keys"],
  ["the known address before anything is drawn", "", "/api_keys"],
  ["another spelling of the address", "<h1>Schlüssel</h1>", "/settings/api-keys"],
  ["a fragment as address", "", "/app#/api_keys"],
  ["a German heading on a new address", "<h1>API-Schlüssel</h1>", "/k"],
  ["a section of a settings page", "<h1>Settings</h1><h2>Manage API keys</h2>", "/settings"],
])("knows the page by %s", (_what, html, path) => {
  expect(isKeys(html, path)).toBe(true);
});

it("knows by the address a page that bears another name for good", () => {
  document.body.innerHTML = "<header><h1>Acme Partner Portal</h1></header><div>API Keys</div>";
  const known = (isSettled: boolean) => identifyPage([document], "/api_keys", isSettled);
  expect(known(false)).toMatchObject({ isApiKeysPage: false, by: "other-heading" });
  expect(known(true)).toMatchObject({ isApiKeysPage: true, by: "address" });
});

it.each([
  ["Team members", "<h1>Team members</h1>", "/team"],
  ["a page with a menu entry only", "<nav><h3>API Keys</h3></nav><h1>Partners</h1>", "/partners"],
  ["documentation", "<h1>API keys guide</h1>", "/guide"],
  ["help about keys", "<h1>API keys</h1>", "/docs/security"],
  ["help at an address that ends like the page's", "<h1>API Keys</h1>", "/docs/api-keys"],
  ["the old view while the address has changed already", "<h1>Team members</h1>", "/api_keys"],
  [
    "a dialog that speaks of keys",
    "<h1>Partners</h1><div role=dialog><h2>API keys</h2></div>",
    "/x",
  ],
  ["a broken address", "", "/%E0%A4%A"],
])("takes %s for another page", (_what, html, path) => {
  expect(isKeys(html, path)).toBe(false);
});
