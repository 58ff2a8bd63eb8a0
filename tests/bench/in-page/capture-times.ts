/** ms between the moments of one capture, by the page's own clock. */
export interface CaptureTimes {
  heldMs: number;
  savedMs: number;
}

/** Runs in the console's page: notes when the token can be read, when it is held, pressed and saved. */
export function watchCapture(): void {
  const at: Partial<Record<"token" | "held" | "pressed" | "saved", number>> = {};
  const times = new Promise<CaptureTimes>((resolve) => {
    const note = (moment: keyof typeof at) => {
      at[moment] ??= performance.now();
      if (at.token && at.held && at.pressed && at.saved) {
        observer.disconnect();
        resolve({ heldMs: at.held - at.token, savedMs: at.saved - at.pressed });
      }
    };
    const observer = new MutationObserver(() => {
      const field = document.querySelector<HTMLInputElement>("input.token");
      if (field?.value) note("token");
      const state = document.querySelector("[data-icmc-save]")?.getAttribute("data-icmc-save");
      if (state === "held") note("held");
      if (state === "saved") note("saved");
    });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["data-icmc-save"],
    });
    addEventListener(
      "click",
      (event) => {
        const isOurs = event
          .composedPath()
          .some((node) => node instanceof Element && node.matches("[data-icmc-save]"));
        if (isOurs) note("pressed");
      },
      { capture: true },
    );
  });
  Object.assign(globalThis, { benchCapture: times });
}
