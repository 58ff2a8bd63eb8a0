import { browserWords } from "../../lib/browser/settings/browser-words";
import { speak, t } from "../../lib/words/words";
import { showCompanion } from "../companion/CompanionApp";
import { GatedWorkspace, LaterOpenWorkspace } from "./GatedWorkspace";

void LaterOpenWorkspace.preload();
speak(browserWords);
document.title = t("places.title");
showCompanion("workspace", GatedWorkspace);
