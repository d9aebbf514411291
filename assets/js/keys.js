// Keys: 1-6 countries, 0 all, R reset, T tables, / find a city, Escape close, ? help.
(function (hub) {
  "use strict";

  const COUNTRIES = ["AL", "BA", "XK", "ME", "MK", "RS"];

  const isTyping = (target) => target.matches("input, textarea, select, [contenteditable]");

  function closeTop() {
    return hub.endSearch() || hub.closeOpenDrop() || hub.closeEvidence() || hub.closeDetail();
  }

  function act(key) {
    if (key >= "1" && key <= "6") {
      hub.goTo(hub.toggled(hub.readAddress(), "country", COUNTRIES[Number(key) - 1]));
    } else if (key === "0") hub.goTo({ ...hub.readAddress(), country: "" });
    else if (key === "r" || key === "R") hub.resetAddress();
    else if (key === "t" || key === "T") hub.toggleTables();
    else if (key === "?") hub.openHelp();
    else if (key === "/") document.getElementById("city-search")?.focus();
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!document.getElementById("page")) return;
    if (document.getElementById("help")?.open) return;
    if (event.key === "Escape") {
      closeTop();
      return;
    }
    if (!isTyping(event.target) && act(event.key)) event.preventDefault();
  });
})(window.hub);
