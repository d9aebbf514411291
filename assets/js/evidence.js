// The evidence panel: the focus goes in when it opens, and back to the figure when it closes.
(function (hub) {
  "use strict";

  let shown = "";

  const panel = () => document.getElementById("evidence");

  hub.closeEvidence = function () {
    const { evidence, ...rest } = hub.readAddress();
    if (evidence) hub.goTo(rest);
    return Boolean(evidence);
  };

  hub.showEvidence = function () {
    const { evidence = "" } = hub.readAddress();
    if (evidence === shown) return;
    const before = shown;
    shown = panel().hidden ? "" : evidence;
    if (shown) {
      panel().scrollTop = 0;
      document.getElementById("evidence-title").focus({ preventScroll: true });
    } else if (before && [document.body, null].includes(document.activeElement)) {
      document.querySelector(`[data-mode="evidence"][data-value="${CSS.escape(before)}"]`)?.focus();
    }
  };
})(window.hub);
