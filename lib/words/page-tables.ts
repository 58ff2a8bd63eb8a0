// By name, so that the bundle holds these sections and no others.
import * as german from "../../assets/locales/de.json";
import * as english from "../../assets/locales/en.json";

/**
 * Words of the console's page and of the background, for people who chose another language than
 * their browser's; `null` for the browser's own. Only the background holds them; a page is sent its own.
 */
export function pageTableOf(language: "browser" | "en" | "de") {
  if (language === "browser") return null;
  return language === "de"
    ? {
        locale: german.locale,
        manifest: german.manifest,
        page: german.page,
        badge: german.badge,
        toolbar: german.toolbar,
        background: german.background,
      }
    : {
        locale: english.locale,
        manifest: english.manifest,
        page: english.page,
        badge: english.badge,
        toolbar: english.toolbar,
        background: english.background,
      };
}
