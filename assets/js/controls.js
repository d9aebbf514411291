// One listener for all controls: what a button changes stands in its data- attributes.
(function (hub) {
  "use strict";

  const ACTIONS = {
    toggle: ({ key, value }) => (key === "city"
      ? hub.toggleCity(value)
      : hub.goTo(hub.toggled(hub.readAddress(), key, value))),
    set: ({ key, value }) => hub.goTo({ ...hub.readAddress(), [key]: value }),
    clear: ({ key }) => hub.goTo({ ...hub.readAddress(), [key]: "" }),
    period: ({ from, to }) => hub.goTo({ ...hub.readAddress(), from, to }),
    "custom-period": () => hub.goTo({
      ...hub.readAddress(),
      from: document.getElementById("period-from").value,
      to: document.getElementById("period-to").value,
    }),
    show: ({ value }) => hub.show(value),
    close: () => hub.closeDetail(),
    evidence: ({ value }) => hub.goTo({ ...hub.readAddress(), evidence: value }),
    "close-evidence": () => hub.closeEvidence(),
    tables: () => hub.toggleTables(),
    "picture-svg": ({ value }) => hub.savePicture(value, "svg"),
    "picture-png": ({ value }) => hub.savePicture(value, "png"),
    reset: () => hub.resetAddress(),
    help: () => hub.openHelp(),
    "close-help": () => document.getElementById("help").close(),
  };
  const CLOSES_PANEL = ["period", "custom-period", "tables", "picture-svg", "picture-png"];

  hub.closeDetail = function () {
    const { show, ...rest } = hub.readAddress();
    if (show) hub.goTo(rest);
    return Boolean(show);
  };

  hub.openHelp = function () {
    const help = document.getElementById("help");
    if (help && !help.open) help.showModal();
  };

  function closeDrops(except) {
    for (const drop of document.querySelectorAll("details.drop[open]")) {
      if (drop !== except) drop.open = false;
    }
  }

  hub.closeOpenDrop = function () {
    const drop = document.querySelector("details.drop[open]");
    if (!drop) return false;
    drop.open = false;
    drop.querySelector("summary").focus();
    return true;
  };

  document.addEventListener("click", (event) => {
    closeDrops(event.target.closest("details.drop"));
    const control = event.target.closest("[data-mode]");
    if (!control || !ACTIONS[control.dataset.mode]) return;
    ACTIONS[control.dataset.mode](control.dataset);
    if (CLOSES_PANEL.includes(control.dataset.mode)) hub.closeOpenDrop();
    if (control.getAttribute("role") === "option") hub.endSearch();
  });
})(window.hub);
