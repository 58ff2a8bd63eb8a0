/**
 * Every visible element with this role and accessible name, in document order, also inside open
 * shadow roots. Runs in the page: Firefox finds by role only outside of shadow roots. Knows what
 * these tests look for of the name computation (https://www.w3.org/TR/accname-1.2/), no more.
 */
export function elementsByRole(role: string, name: string | null): Element[] {
  const implied: Record<string, string> = {
    button: "button, summary, input[type=button], input[type=submit]",
    columnheader: "th",
    dialog: "dialog",
    group: "fieldset, details",
    heading: "h1, h2, h3, h4, h5, h6",
    link: "a[href]",
    list: "ul, ol",
    navigation: "nav",
    searchbox: "input[type=search]",
    textbox: "textarea, input:not([type]), input[type=text], input[type=email]",
  };
  const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
  const namedBy = (element: Element): string | null => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const root = element.getRootNode() as Document | ShadowRoot;
    const texts = ids.map((id) => root.getElementById(id)?.textContent ?? "");
    return tidy(texts.join(" ")) || element.getAttribute("aria-label");
  };
  const nameOf = (element: Element): string => {
    const given = namedBy(element);
    if (given) return tidy(given);
    if (element.matches("input, textarea, select")) {
      const { labels, value } = element as HTMLInputElement;
      const label = [...(labels ?? [])].map((one) => one.textContent ?? "").join(" ");
      if (label) return tidy(label);
      return element.matches("[type=button], [type=submit]") ? value : "";
    }
    return tidy(textIn(element)) || tidy(element.getAttribute("title") ?? "");
  };
  const isSilent = (element: Element): boolean =>
    element.getAttribute("aria-hidden") === "true" ||
    element.hasAttribute("hidden") ||
    getComputedStyle(element).visibility === "hidden";
  const textIn = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
    if (!(node instanceof Element)) return "";
    if (isSilent(node)) return "";
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      return node.assignedNodes().map(textIn).join("");
    const inside = [...(node.shadowRoot ?? node).childNodes].map((child) =>
      child instanceof Element && !isSilent(child)
        ? (namedBy(child) ?? textIn(child))
        : textIn(child),
    );
    const isBlock = getComputedStyle(node).display !== "inline";
    return isBlock ? ` ${inside.join("")} ` : inside.join("");
  };
  const isReached = (element: Element): boolean => {
    for (let at: Element | null = element; at; ) {
      if (at.getAttribute("aria-hidden") === "true" || at.hasAttribute("inert")) return false;
      const parent: Node | null = at.assignedSlot ?? at.parentNode;
      at = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
    }
    return element.checkVisibility({ visibilityProperty: true });
  };
  const found: Element[] = [];
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll("*")) {
      const own = element.getAttribute("role");
      const hasRole = own === null ? element.matches(implied[role] ?? ":not(*)") : own === role;
      if (hasRole && (name === null || nameOf(element) === name) && isReached(element))
        found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
}
