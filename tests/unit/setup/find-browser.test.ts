import { expect, test } from "vitest";
import { findChromium, findFirefox, type Machine } from "../../setup/find-browser.ts";

function machine(platform: NodeJS.Platform, programs: string[], env: NodeJS.ProcessEnv): Machine {
  return { platform, env, isProgram: (path) => programs.includes(path) };
}

test("on Linux, Chromium on the path wins over Edge", () => {
  const linux = machine("linux", ["/opt/bin/microsoft-edge", "/opt/bin/chromium"], {
    PATH: "/opt/bin",
  });
  expect(findChromium(linux)).toBe("/opt/bin/chromium");
});

test("on macOS, Edge is found where nothing else is", () => {
  const edge = "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge";
  expect(findChromium(machine("darwin", [edge], {}))).toBe(edge);
});

test("a path that was set by hand outweighs everything, and is not replaced when it is wrong", () => {
  const env = { PATH: "/opt/bin", CHROME_PATH: "/mine/chrome" };
  const programs = ["/opt/bin/chromium"];
  expect(findChromium(machine("linux", [...programs, "/mine/chrome"], env))).toBe("/mine/chrome");
  expect(findChromium(machine("linux", programs, env))).toBeNull();
});

test("where there is no browser, none is named", () => {
  expect(findChromium(machine("linux", [], { PATH: "/usr/bin" }))).toBeNull();
  expect(findFirefox(machine("win32", [], {}))).toBeNull();
});
