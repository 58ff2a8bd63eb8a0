import { Companion } from "../../components/Companion";
import { browserWords } from "../../lib/browser/settings/browser-words";
import { speak } from "../../lib/words/words";
import { showCompanion } from "../companion/CompanionApp";

speak(browserWords);
showCompanion("popup", Companion);
