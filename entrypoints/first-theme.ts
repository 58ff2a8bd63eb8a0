import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { showTheme } from "../components/show-theme";
import { lastTheme } from "../lib/browser/settings/last-theme";

/** Runs before a page of the extension is painted, so that nothing flashes in the other theme. */
export default defineUnlistedScript(() => showTheme(lastTheme()));
