import vue from "@vitejs/plugin-vue";
import { build } from "vite";

/** Builds one variant: `node build-one.ts SOURCE TARGET`, in a process of its own. */
const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error("build-one.ts needs a source and a target folder");

await build({
  root: source,
  configFile: false,
  logLevel: "error",
  plugins: [vue()],
  oxc: { jsx: { runtime: "automatic", importSource: "react" } },
  build: { outDir: target, emptyOutDir: true, target: "es2024" },
});
