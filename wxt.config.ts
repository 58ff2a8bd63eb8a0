import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { minify } from "terser";
import type { Plugin } from "vite";
import { defineConfig } from "wxt";

const CONSOLE = "https://partner.impossiblecloud.com/*";
const API_HOST = "https://api.partner.impossiblecloud.com";
/** Asked for only when a key of that region is used. */
const REGIONAL_API_HOSTS = [
  "https://api.partner.eu-central-2.impossiblecloud.com",
  "https://api.partner.eu-west-1.impossiblecloud.com",
];

const READ_OFTEN = /^(?:background|content-scripts\/.+|chunks\/first-picture.*)\.js$/;

/** Sharp at every size. */
const MARK = "icon/mark.svg";

export default defineConfig({
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  i18n: { localesDir: resolve(import.meta.dirname, "assets/locales") },
  imports: false,
  manifestVersion: 3,
  publicDir: "assets/public",
  // What a reviewer of the store needs to build the same package, and no more.
  zip: {
    includeSources: [
      ...["assets/**", "components/**", "entrypoints/**", "lib/**"],
      ...["package.json", "package-lock.json", ".npmrc", "tsconfig.json", "wxt.config.ts"],
      ...["README.md", "LICENSE"],
    ],
    dotSources: true,
  },
  vite: () => ({
    plugins: [
      preact(),
      withoutHtmlFromStrings(),
      leanBrowser(),
      leanContext(),
      firstPictureInOneFile(),
      fewWordsForLaterStyles(),
      shrunkOnceMore(),
    ],
    // Lists of what each later file needs would weigh more in the first than they save on a local disk.
    build: {
      target: "es2024",
      modulePreload: false,
      // Shrinking once more takes most of a build, as it should: nobody need be told each time.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_manifest_name__",
    description: "__MSG_manifest_description__",
    default_locale: "en",
    permissions: [
      "storage",
      "alarms",
      "unlimitedStorage",
      "clipboardWrite",
      // Chromium's worker has no clipboard; only an offscreen document can empty it after the popup closed.
      ...(browser === "firefox" ? [] : ["offscreen"]),
    ],
    host_permissions: [CONSOLE, `${API_HOST}/*`],
    optional_permissions: ["notifications"],
    optional_host_permissions: REGIONAL_API_HOSTS.map((host) => `${host}/*`),
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+K" } },
      "share-screen": {
        suggested_key: { default: "Alt+Shift+H" },
        description: "__MSG_shortcuts_share__",
      },
    },
    incognito: "not_allowed",
    action: { default_title: "ICMC Companion" },
    // Chromium takes no drawings; its icons are the PNG files beside it, found by their names.
    ...(browser === "firefox"
      ? { icons: { 16: MARK, 32: MARK, 48: MARK, 96: MARK, 128: MARK } }
      : {}),
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self'",
        `connect-src ${[API_HOST, ...REGIONAL_API_HOSTS].join(" ")}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join("; "),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "icmc-companion@impossiblecloud.example",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            // The first one that knows the key above.
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : {
          minimum_chrome_version: "144",
          // Firefox knows no schema for it: there the values are checked by us alone.
          storage: { managed_schema: "managed-policy.json" },
        }),
  }),
});

/**
 * Takes out the one place in Preact that can write markup from a string. Nothing here uses it; gone,
 * nothing ever can, and reviewers of the store find none.
 */
function withoutHtmlFromStrings(): Plugin {
  const writing = /\(\w+\.innerHTML=\w+\.__html\)/;
  return {
    name: "without-html-from-strings",
    transform(code, id) {
      if (!id.endsWith("/preact/dist/preact.mjs")) return null;
      if (!writing.test(code)) throw new Error("Preact writes markup elsewhere now: look for it");
      return { code: code.replace(writing, "(0)"), map: null };
    },
  };
}

/**
 * The content script is parsed in every page of the console, the popup's scripts at every opening,
 * and both need of `browser` only what every supported browser offers with promises by itself. So
 * there `wxt/browser` is the browser's own, without the polyfill. In the background it is the
 * polyfill as it exports itself: as an import, each of its members would be copied, and so each part
 * of the browser's interface be made at every start, used or not.
 */
function leanBrowser(): Plugin {
  const POLYFILL = "@wxt-dev/webextension-polyfill/browser";
  const NATIVE = "\0native-browser";
  const PLAIN = "\0plain-polyfill";
  let isPage = false;
  return {
    name: "lean-browser",
    enforce: "pre",
    buildStart({ input }) {
      isPage = /console\.content|index\.html/.test(JSON.stringify(input));
    },
    resolveId: (id) => (id === POLYFILL ? (isPage ? NATIVE : PLAIN) : null),
    load: (id) => {
      if (id === PLAIN) return 'export const browser = require("webextension-polyfill");';
      if (id === NATIVE)
        return "export const browser = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;";
      return null;
    },
  };
}

/**
 * Of what WXT hands to a content script ours needs one thing: to hear that a newer copy of it runs in
 * the same page, as after an update in Firefox. WXT's own class brings timers, a watch of the address
 * and a message to the page as well. The event is the one that WXT uses, so that an older copy hears it.
 */
function leanContext(): Plugin {
  const lines = `
import { browser } from "wxt/browser";
export class ContentScriptContext {
  constructor(contentScriptName) {
    const started = browser.runtime.id + ":" + contentScriptName + ":wxt:content-script-started";
    const ended = new AbortController();
    this.signal = ended.signal;
    document.dispatchEvent(new CustomEvent(started, { detail: { contentScriptName } }));
    document.addEventListener(started, () => ended.abort(), { once: true });
  }
  onInvalidated(end) {
    this.signal.addEventListener("abort", end);
  }
}`;
  return {
    name: "lean-context",
    enforce: "pre",
    load: (id) => (id.endsWith("/wxt/dist/utils/content-script-context.mjs") ? lines : null),
  };
}

/**
 * What popup and workspace need before they draw comes as one file: ten small ones take longer to
 * fetch, and compress worse. What is loaded later keeps files of its own.
 */
function firstPictureInOneFile(): Plugin {
  return {
    name: "first-picture-in-one-file",
    outputOptions(options) {
      if (options.codeSplitting === false) return null;
      const test = (id: string) => !/offscreen|entrypoints\/(?:popup|workspace)/.test(id);
      return {
        ...options,
        codeSplitting: { groups: [{ name: "first-picture", tags: ["$initial"], test }] },
      };
    },
  };
}

/**
 * What is read again and again is shrunk once more: background, content script and the first picture
 * of popup and workspace. A few letters beyond Latin-1 make Chromium keep and read a whole file with
 * two bytes for each of its letters, so there they stand as escapes.
 */
function shrunkOnceMore(): Plugin {
  return {
    name: "shrunk-once-more",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk" || !READ_OFTEN.test(file.fileName)) continue;
        const { code } = await minify(file.code, {
          compress: { ecma: 2020, passes: 2 },
          format: { ascii_only: true, ecma: 2020 },
          module: file.fileName.startsWith("chunks/"),
        });
        if (code) file.code = code;
      }
    },
  };
}

/**
 * A part that is loaded later waits for its sheet, so that it is never seen without it. Vite's own
 * lines for that also preload scripts, and weigh ten times as much in the first picture.
 */
function fewWordsForLaterStyles(): Plugin {
  const lines = `
const sheets = {};
const sheet = (file) => sheets[file] ??= new Promise((settle) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/" + file });
  link.onload = link.onerror = settle;
  document.head.append(link);
});
export const __vitePreload = (load, files = []) => Promise.all(files.map(sheet)).then(load);`;
  return {
    name: "few-words-for-later-styles",
    enforce: "pre",
    load: (id) => (id === "\0vite/preload-helper.js" ? lines : null),
  };
}
