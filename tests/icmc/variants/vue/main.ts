import "element-plus/dist/index.css";
import "./console.css";
import { createApp } from "vue";
import { leaveState } from "../shared/decoys.ts";
import { startConsole } from "../shared/start-console.ts";
import App from "./App.vue";

void startConsole({ language: "en", signInPath: "/sign_in" }, (root, signedIn) => {
  leaveState(signedIn.session);
  createApp(App, { signedIn }).mount(root);
});
