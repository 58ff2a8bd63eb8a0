import { Workspace } from "../../components/Workspace";
import { browserWords } from "../../lib/browser/settings/browser-words";
import { speak, t } from "../../lib/words/words";
import { showCompanion } from "../companion/CompanionApp";
import { workspaceParts } from "./workspace-parts";

speak(browserWords);
document.title = t("places.title");
showCompanion("workspace", Workspace, workspaceParts);
