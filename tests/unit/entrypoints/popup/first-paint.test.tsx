// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "preact";
import { describe, expect, it } from "vitest";
import { Head } from "../../../../components/Head";

const html = readFileSync(
  join(import.meta.dirname, "../../../../entrypoints/popup/index.html"),
  "utf8",
);

describe("the popup's page", () => {
  it("shows the head before a script runs, exactly as the script draws it", () => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const drawn = document.createElement("div");
    render(
      <div class="companion">
        <Head onOpenWorkspace={() => undefined} />
      </div>,
      drawn,
    );
    const painted = page.querySelector("#app")?.cloneNode(true) as Element;
    expect(painted.childNodes.length).toBe(drawn.childNodes.length);
    expect(painted.innerHTML).toBe(drawn.innerHTML);
  });

  it("keeps those elements when the script draws, so that nothing flickers", () => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const app = document.importNode(page.querySelector("#app") as Element, true);
    const before = [...app.querySelectorAll("*")];
    render(
      <div class="companion">
        <Head onOpenWorkspace={() => undefined} />
      </div>,
      app,
    );
    expect([...app.querySelectorAll("*")]).toSatisfy((now: Element[]) =>
      now.every((one, at) => one === before[at]),
    );
  });
});
