// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { OlderCopy } from "../../../../components/vault/OlderCopy";

afterEach(cleanup);

const press = () => fireEvent.click(screen.getByRole("button", { name: "Go on with this copy" }));

it("goes on with an older copy when the person says so", async () => {
  let times = 0;
  render(
    <OlderCopy
      onGoOn={async () => {
        times += 1;
      }}
    />,
  );

  press();

  expect(times).toBe(1);
});

it("says why when that fails", async () => {
  const failure = Object.assign(new Error(), { name: "NotSavedError" });
  render(<OlderCopy onGoOn={() => Promise.reject(failure)} />);
  const before = screen.getByRole("alert").textContent ?? "";

  press();

  await screen.findByText((words) => words !== "" && !before.includes(words));
});
