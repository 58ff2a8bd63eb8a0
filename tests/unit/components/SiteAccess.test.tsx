// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { SiteAccess } from "../../../components/SiteAccess";

afterEach(cleanup);

describe("sites the browser keeps from the extension", () => {
  it("are named by what cannot be done without them, and by nothing else", () => {
    render(<SiteAccess missing={["api"]} onAllow={async () => true} />);
    const words = screen.getByRole("alert").textContent;
    expect(words).toContain("keys cannot be tested");
    expect(words).not.toContain("console");
  });

  it("are asked for by a button, in the very turn of the click", () => {
    let asked = 0;
    const onAllow = () => {
      asked += 1;
      return Promise.resolve(true);
    };
    render(<SiteAccess missing={["console", "api"]} onAllow={onAllow} />);
    fireEvent.click(screen.getByRole("button", { name: "Allow access" }));
    expect(asked).toBe(1);
  });

  it("say where else access can be given, when the browser was told no", async () => {
    render(<SiteAccess missing={["console"]} onAllow={async () => false} />);
    fireEvent.click(screen.getByRole("button", { name: "Allow access" }));
    await screen.findByText(/can also be given in the browser's settings/);
  });
});
