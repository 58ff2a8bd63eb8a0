import "@vaadin/vaadin-lumo-styles/lumo.css";
import "./console.css";
import { startConsole } from "../shared/start-console.ts";
import { IcmcConsole } from "./icmc-console.ts";

void startConsole({ language: "en", signInPath: null }, (root, signedIn) => {
  const app = new IcmcConsole();
  app.signedIn = signedIn;
  root.append(app);
});
