import type { Page } from "puppeteer-core";
import { html } from "./odd-page.ts";

/** A list of keys, and a dialog that shows a key after its form was sent, and keeps the focus to itself. */
export function creatingPage(token: string, list: string, style = ""): string {
  return html(
    `<style>body{${style}}#dialog{position:fixed;inset:25% 30%;padding:20px;border:1px solid}</style><h1>API Keys</h1><button id="open">Create new API Key</button>${list}
    <div id="dialog" role="dialog" aria-modal="true" hidden><label>Description <input id="description"></label><label>Expires on <input type="date"></label><button id="send">Create</button></div>
    <script>const dialog = document.getElementById("dialog"); document.getElementById("open").onclick = () => { dialog.hidden = false; };
    document.getElementById("send").onclick = () => { dialog.innerHTML = "<h2>Your new API key</h2><p>It is shown only once.</p><input readonly id=key><button id=copy>Copy</button>"; document.getElementById("key").value = ${JSON.stringify(token)};
      document.getElementById("copy").onclick = () => { document.getElementById("key").select(); document.execCommand("copy"); }; document.getElementById("copy").focus(); };
    addEventListener("focusin", (event) => { if (!dialog.hidden && !dialog.contains(event.target)) document.getElementById("copy").focus(); }, true);</script>`,
  );
}

/** Has that dialog make its key. */
export async function createThere(page: Page, description: string): Promise<void> {
  await page.click("#open");
  await page.type("#description", description);
  await page.click("#send");
}
