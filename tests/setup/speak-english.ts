import english from "../../assets/locales/en.json" with { type: "json" };
import { speak } from "../../lib/words/words";
import { wordsOf } from "../../lib/words/words-of";

speak(wordsOf(english));
