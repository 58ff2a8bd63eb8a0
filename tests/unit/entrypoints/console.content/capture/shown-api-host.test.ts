// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { shownApiHost } from "../../../../../entrypoints/console.content/capture/shown-api-host";

const USUAL = "api.partner.impossiblecloud.com";
const FRANKFURT = "api.partner.eu-central-2.impossiblecloud.com";
const DUBLIN = "api.partner.eu-west-1.impossiblecloud.com";

function shownBy(...addresses: string[]): string | null {
  document.body.innerHTML = "<main><a href='/docs'>Documentation</a></main>";
  for (const address of addresses) {
    const link = document.createElement("a");
    link.setAttribute("href", address);
    document.body.append(link);
  }
  return shownApiHost([document]);
}

describe("the API's host, as the console's page shows it", () => {
  it.each([
    ["the usual one", USUAL, [`https://${USUAL}/swagger/index.html`]],
    ["a region's", FRANKFURT, [`https://${FRANKFURT}/v1`, "https://docs.example/"]],
    ["said twice", DUBLIN, [`https://${DUBLIN}/swagger`, `https://${DUBLIN}/v1#keys`]],
  ])("is %s", (_, host, addresses) => {
    expect(shownBy(...addresses)).toBe(host);
  });

  it.each([
    ["no link leads to it", []],
    ["two are shown", [`https://${USUAL}/`, `https://${FRANKFURT}/`]],
    ["it only looks like one", [`https://${FRANKFURT}.example/`, `https://x.example/${FRANKFURT}`]],
    ["it stands before the real one", [`https://${FRANKFURT}@evil.example/`]],
    ["it is another port", [`https://${FRANKFURT}:8443/`]],
    ["it is not encrypted", [`http://${FRANKFURT}/`]],
    ["it is no address", ["https://"]],
  ])("is not known where %s", (_, addresses) => {
    expect(shownBy(...addresses)).toBeNull();
  });
});
