import type { Browser, CDPSession } from "puppeteer-core";

export interface NewTargets {
  /** From now on this source runs in every new page before anything of the page's own. */
  runFirst(source: string | null): void;
}

/** Holds new pages for the moment it takes to hand them a script. */
export async function holdNewTargets(browser: Browser): Promise<NewTargets> {
  let source: string | null = null;
  const root = await browser.target().createCDPSession();
  root.on("Target.attachedToTarget", ({ sessionId }) => {
    const session = root.connection()?.session(sessionId);
    if (session) void prepare(session, source);
  });
  await root.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    // The popup has no type yet when it appears.
    filter: [{ type: "page" }, { type: "other" }],
  });
  return {
    runFirst: (next) => {
      source = next;
    },
  };
}

/** A target that is gone already needs no preparing. */
async function prepare(session: CDPSession, source: string | null): Promise<void> {
  await Promise.allSettled([
    ...(source === null
      ? []
      : [
          session.send("Page.enable"),
          session.send("Page.addScriptToEvaluateOnNewDocument", { source }),
        ]),
    session.send("Runtime.runIfWaitingForDebugger"),
  ]);
}
