import { Workspace } from "../../components/Workspace";
import { browserWords } from "../../lib/browser/browser-words";
import { speak } from "../../lib/words/words";
import { showCompanion } from "../companion/CompanionApp";

speak(browserWords);
showCompanion("workspace", Workspace);
