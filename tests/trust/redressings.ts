/**
 * Ways in which a hostile page may dress our control anew before somebody presses it. Each is the
 * body of a function that runs in the page with `host`, the control's element.
 */
export const REDRESSINGS: Record<string, string> = {
  "made invisible": `host.style.setProperty("opacity", "0.01", "important")`,
  "hidden by a filter": `host.style.setProperty("filter", "opacity(0)", "important")`,
  "cut away": `host.style.setProperty("clip-path", "inset(50%)", "important")`,
  "blended away": `host.style.setProperty("mix-blend-mode", "difference", "important")`,
  "scaled over the whole page": `host.style.setProperty("transform", "scale(30)", "important")`,
  "grown over the whole page": `for (const part of [host, host.shadowRoot?.querySelector(".card"), host.shadowRoot?.querySelector("button")])
    part?.setAttribute("style", "position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; opacity: 0.02 !important; display: block !important")`,
  "moved under another button": `host.style.setProperty("inset", "40vh auto auto 40vw", "important");
    host.style.setProperty("opacity", "0.02", "important")`,
  "covered by an overlay that lets the mouse through": `const over = document.createElement("div");
    over.style.cssText = "position: fixed; inset: 0; z-index: 2147483647; background: white; pointer-events: none";
    document.body.append(over)`,
  "covered by a popover above it": `const over = document.createElement("div");
    over.popover = "manual";
    over.style.cssText = "position: fixed; inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none";
    document.body.append(over);
    over.showPopover()`,
  "covered by a dialog above it": `const over = document.createElement("dialog");
    over.textContent = "You have won. Press here.";
    document.body.append(over);
    over.showModal()`,
  "told in other words": `const words = host.shadowRoot?.querySelector(".words");
    if (words) words.textContent = "Press to win a prize"`,
  "taken into a box of the page": `const box = document.createElement("div");
    box.style.cssText = "position: fixed; inset: 10vh auto auto 10vw; opacity: 0.01; overflow: hidden";
    document.body.append(box);
    box.append(host)`,
};
