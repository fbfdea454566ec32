// Lets the browser keep the pages on when to call (overrides/worker/keep.js). From a memory stick there is nothing to keep.
(() => {
  if (!navigator.serviceWorker || !location.protocol.startsWith("http")) return;
  const address = new URL(document.currentScript.dataset.worker, document.baseURI).href;
  const policy = window.trustedTypes?.createPolicy("handbook-worker", {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError("not the worker of this site");
      return asked;
    },
  });
  addEventListener("load", () => {
    const asked = policy ? policy.createScriptURL(address) : address;
    navigator.serviceWorker.register(asked, { updateViaCache: "none" }).catch(() => {
      // It is not to be had just now, as without room on the device: the pages need none.
    });
  });
})();
