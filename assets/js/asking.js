// One change is one request: the query, and the sizes of the boxes that the drawings fill.
(function (hub) {
  "use strict";

  let turn = 0;
  let tables = false;
  let sizes = "";
  let asked = "";
  let anchored = false;

  const box = (id) => document.querySelector(`#${id} .picture`);
  const oneColumn = window.matchMedia("(max-width: 61.99em)");

  function sizeOf(id) {
    const picture = box(id);
    return picture ? [Math.floor(picture.clientWidth), Math.floor(picture.clientHeight)] : [0, 0];
  }

  // Of a document only the width counts: its height is what it holds.
  function mainSize() {
    const main = document.getElementById("document");
    return main ? [Math.floor(main.clientWidth), window.innerHeight] : [0, 0];
  }

  function measured() {
    const timeline = sizeOf("timeline");
    if (oneColumn.matches) timeline[1] = 0;
    const em = parseFloat(getComputedStyle(document.documentElement).fontSize);
    return { map: sizeOf("city-map"), timeline, main: mainSize(), em };
  }

  hub.request = function () {
    const boxes = measured();
    sizes = JSON.stringify(boxes);
    turn += 1;
    asked = window.location.search;
    hub.markBusy(asked);
    const { pathname, search } = window.location;
    return { path: decodeURIComponent(pathname), query: search.slice(1), turn, tables, ...boxes };
  };

  hub.ask = function () {
    const store = document.getElementById("document") ? "document-request" : "request";
    if (document.getElementById("page")) {
      window.dash_clientside.set_props(store, { data: hub.request() });
    }
  };

  hub.toggleTables = function () {
    tables = !tables;
    document.getElementById("page").classList.toggle("tables", tables);
    hub.ask();
  };

  hub.currentTurn = () => turn;

  // What is pressed follows the address at once; what is shown follows with the answer.
  hub.reflect = function (search) {
    const parts = {};
    for (const [key, value] of new URLSearchParams(search)) parts[key] = value;
    for (const control of document.querySelectorAll(".filters [data-mode]")) {
      const { mode, key, value, from, to } = control.dataset;
      let on = null;
      if (mode === "toggle") on = hub.valuesOf(parts, key).has(value);
      if (mode === "set") on = (parts[key] || "") === value;
      if (mode === "clear") on = !parts[key];
      if (mode === "period") on = (parts.from || "") === from && (parts.to || "") === to;
      if (on === null) continue;
      const state = control.getAttribute("role") === "option" ? "aria-selected" : "aria-pressed";
      control.setAttribute(state, String(on));
    }
    const inUse = (keys) => keys.some((key) => parts[key]);
    document.getElementById("filter-period")?.classList.toggle("on", inUse(["from", "to"]));
    document.getElementById("filter-more")?.classList
      .toggle("on", inUse(["kind", "theme", "funder", "channel", "programme"]));
    const selecting = hub.isSelecting(parts);
    hub.keepFilter(parts);
    document.getElementById("reset")?.classList.toggle("idle", !selecting);
  };

  hub.markBusy = function (search) {
    const page = document.getElementById("page");
    page.removeAttribute("data-filter");
    page.setAttribute("aria-busy", "true");
    hub.reflect(search);
  };

  // What an anchor names comes with the first answer, later than the browser looks for it.
  function goToAnchor() {
    const name = decodeURIComponent(window.location.hash.slice(1));
    if (name && !anchored) document.getElementById(name)?.scrollIntoView();
    anchored = true;
  }

  function markShown(answer) {
    const page = document.getElementById("page");
    page.setAttribute("data-filter", answer.filter);
    page.setAttribute("aria-busy", "false");
    document.title = answer.title;
    hub.keepView(hub.readAddress());
    hub.showEvidence();
    goToAnchor();
    if (JSON.stringify(measured()) !== sizes) hub.ask();
  }

  function whenDrawn(answer) {
    return new Promise((resolve) => {
      const look = () => {
        if (answer.turn !== turn) return resolve(false);
        return hub.areDrawn(answer.turn) ? resolve(true) : window.requestAnimationFrame(look);
      };
      look();
    });
  }

  let late = 0;
  window.addEventListener("resize", () => {
    window.clearTimeout(late);
    late = window.setTimeout(() => {
      if (JSON.stringify(measured()) !== sizes) hub.ask();
    }, 150);
  });
  // A step to an anchor of the same page asks for nothing new.
  window.addEventListener("popstate", () => {
    if (window.location.search !== asked) hub.ask();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    hub: {
      begin: () => hub.request(),
      shown: async (answer) => {
        if (answer && answer.failed) {
          hub.retryWhenReady();
        } else if (answer && (await whenDrawn(answer))) {
          markShown(answer);
        }
        return window.dash_clientside.no_update;
      },
    },
  });
})(window.hub);
