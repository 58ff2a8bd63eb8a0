// Runs in Firefox's own window, with all its rights, once before the extension is installed; every
// name in here is Firefox's. WebDriver BiDi speaks of tabs alone: with this it speaks of the
// extension's panel too, as if that were one more tab, and of tabs the extension opens itself.
async (extensionId) => {
  const load = (url) => ChromeUtils.importESModule(url);
  const { BasePopup } = load("resource:///modules/ExtensionPopups.sys.mjs");
  const { ExtensionParent } = load("resource://gre/modules/ExtensionParent.sys.mjs");
  const { ExtensionPermissions } = load("resource://gre/modules/ExtensionPermissions.sys.mjs");
  const { CustomizableUI } = load(
    "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs",
  );
  const { AddonManager } = load("resource://gre/modules/AddonManager.sys.mjs");
  const REMOTE = "chrome://remote/content/";
  const { TabManager } = load(`${REMOTE}shared/TabManager.sys.mjs`);
  const { NavigableManager } = load(`${REMOTE}shared/NavigableManager.sys.mjs`);
  const { RemoteAgent } = load(`${REMOTE}components/RemoteAgent.sys.mjs`);
  const { getBrowsingContextInfo } = load(
    `${REMOTE}webdriver-bidi/modules/root/browsingContext.sys.mjs`,
  );

  const WAIT_MS = 10_000;
  const policy = () => WebExtensionPolicy.getByID(extensionId);
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const told = new Map();
  let panel = null;

  const emit = (name, browsingContext, content) => {
    const { messageHandler } = RemoteAgent.webDriverBiDi.session;
    const related = [{ contextId: browsingContext.id, type: "WINDOW_GLOBAL" }];
    messageHandler.emitEvent(`browsingContext.${name}`, content, related);
  };
  const tell = (browsingContext) => {
    if (told.has(browsingContext)) return;
    const content = getBrowsingContextInfo(browsingContext, { maxDepth: 0 });
    told.set(browsingContext, content);
    emit("contextCreated", browsingContext, content);
  };

  const { get: allTabs } = Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(TabManager),
    "allTabs",
  );
  Object.defineProperty(TabManager, "allTabs", {
    get() {
      const tabs = allTabs.call(this);
      return panel?.isConnected ? [...tabs, { linkedBrowser: panel }] : tabs;
    },
  });
  Services.obs.addObserver((gone, _topic, why) => {
    if (why === "replace" || gone.parent || gone.currentRemoteType !== "extension") return;
    const content = told.get(gone) ?? getBrowsingContextInfo(gone, { maxDepth: 0 });
    told.delete(gone);
    if (content.context) emit("contextDestroyed", gone, content);
  }, "browsing-context-discarded");

  const action = () => ExtensionParent.apiManager.global.browserActionFor(policy().extension);
  /** Where a person pins it; Firefox itself puts it into the menu of extensions. */
  function showButton() {
    CustomizableUI.addWidgetToArea(action().widget.id, CustomizableUI.AREA_NAVBAR);
  }

  async function closePanel() {
    const open = BasePopup.for(policy().extension, window);
    if (!open) return;
    open.closePopup();
    while (BasePopup.for(policy().extension, window)) await pause(10);
  }

  // Whoever turns to a tab clicks it, and that closes the panel.
  const { selectTab } = TabManager;
  TabManager.selectTab = async (tab) => {
    await closePanel();
    await selectTab.call(TabManager, tab);
    tab.linkedBrowser.focus();
  };

  /** Whether the panel stands where a person sees it; before, its content loads in a hidden one. */
  const isShown = (popup) =>
    popup?.panel?.state === "open" &&
    popup.browser?.isConnected &&
    popup.browser.getBoundingClientRect().width > 0 &&
    popup.browser.currentURI.spec.startsWith(policy().getURL(""));

  async function openPanel() {
    await closePanel();
    window.focus();
    await action().openPopup(window, false);
    for (const endMs = Date.now() + WAIT_MS; Date.now() < endMs; await pause(20)) {
      const popup = BasePopup.for(policy().extension, window);
      if (!isShown(popup)) continue;
      panel = popup.browser;
      panel.permanentKey ??= {};
      tell(panel.browsingContext);
      return NavigableManager.getIdForBrowser(panel);
    }
    throw new Error("the panel did not open");
  }

  /** Tells of tabs that the extension opened itself, which BiDi keeps quiet about. */
  function tellOfOwnTabs(...known) {
    for (const one of gBrowser.browsers) {
      const isOwn = one.currentURI.spec.startsWith(policy().getURL(""));
      if (isOwn && !known.includes(NavigableManager.getIdForBrowser(one)))
        tell(one.browsingContext);
    }
  }

  /** Asks for another language before the extension comes; its own windows need no words of it. */
  function speak(language) {
    if (language === Services.locale.appLocaleAsBCP47) return;
    Services.locale.availableLocales = [language, "en-US"];
    Services.locale.requestedLocales = [language];
  }

  function clipboardText() {
    const transferable = Cc["@mozilla.org/widget/transferable;1"].createInstance(
      Ci.nsITransferable,
    );
    transferable.init(null);
    transferable.addDataFlavor("text/plain");
    Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
    const found = {};
    try {
      transferable.getTransferData("text/plain", found);
    } catch {
      return "";
    }
    return found.value.QueryInterface(Ci.nsISupportsString).data;
  }

  /** Runs the body of a function beside the page in front. @returns What it returned, as JSON. */
  function inFrontPage(body) {
    const script = `(async () => {
      const told = await (async () => { ${body} })().then((value) => ({ value }), (error) => ({ failure: String(error) }));
      sendAsyncMessage("icmc-test:told", JSON.stringify(told));
    })()`;
    const { messageManager } = gBrowser.selectedBrowser;
    return new Promise((resolve, reject) => {
      messageManager.addMessageListener("icmc-test:told", function told({ data }) {
        messageManager.removeMessageListener("icmc-test:told", told);
        const { value, failure } = JSON.parse(data);
        if (failure === undefined) resolve(JSON.stringify(value ?? null));
        else reject(new Error(failure));
      });
      messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
    });
  }

  /** Answers the browser's own question, which is no page, by a click on its button. */
  async function answerQuestion(isYes) {
    const { panel } = PopupNotifications;
    const asked = () => panel.state === "open" && panel.querySelector("popupnotification");
    for (const endMs = Date.now() + WAIT_MS; !asked(); await pause(20))
      if (Date.now() > endMs) throw new Error("the browser asked nothing");
    const question = asked();
    // A click that comes sooner than anybody could have read is ignored; so it is made again.
    for (const endMs = Date.now() + WAIT_MS; asked() === question; await pause(100)) {
      if (Date.now() > endMs) throw new Error("the browser took no answer");
      (isYes ? question.button : question.secondaryButton).click();
    }
    return question.textContent;
  }

  window.icmcTest = {
    inFrontPage,
    answerQuestion,
    showButton,
    speak,
    openPanel,
    closePanel,
    tellOfOwnTabs,
    clipboardText,
    endBackground: () =>
      policy().extension.terminateBackground({
        disableResetIdleForTest: true,
        ignoreDevToolsAttached: true,
      }),
    backgroundRuns: () => policy().extension.backgroundState === "running",
    setScheme: (id, scheme) => {
      const context = NavigableManager.getBrowsingContextById(id);
      context.prefersColorSchemeOverride = scheme;
    },
    downloadTo: (folder) => {
      Services.prefs.setIntPref("browser.download.folderList", 2);
      Services.prefs.setStringPref("browser.download.dir", folder);
      Services.prefs.setBoolPref("browser.download.useDownloadDir", true);
      Services.prefs.setBoolPref("browser.download.always_ask_before_handling_new_types", false);
      Services.prefs.setBoolPref("browser.download.alwaysOpenPanel", false);
    },
    /** As in about:addons, under Permissions. */
    takeSites: (...origins) =>
      ExtensionPermissions.remove(extensionId, { permissions: [], origins }, policy().extension),
    /** As in the settings, under Cookies and Site Data. */
    clearSiteData: () =>
      new Promise((resolve) => {
        const { CLEAR_COOKIES_AND_SITE_DATA, CLEAR_ALL_CACHES } = Ci.nsIClearDataService;
        Services.clearData.deleteData(CLEAR_COOKIES_AND_SITE_DATA | CLEAR_ALL_CACHES, (failed) =>
          resolve(failed),
        );
      }),
    removeExtension: async () => (await AddonManager.getAddonByID(extensionId)).uninstall(),
  };
};
