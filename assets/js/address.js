// The address is the state: read it, change one part of it, write it back in its canonical order.
window.hub = window.hub || {};

(function (hub) {
  "use strict";

  const LISTS = ["country", "city", "kind", "theme", "funder", "channel"];
  const ORDER = ["country", "city", "from", "to", "kind", "theme", "funder", "channel",
    "programme", "profile", "show", "evidence", "indicator", "figure", "reason", "quality", "part",
    "sort", "page", "hxl"];
  const SELECTING = [...LISTS, "from", "to", "programme"];

  hub.readAddress = function () {
    const parts = {};
    for (const [key, value] of new URLSearchParams(window.location.search)) {
      parts[key] = LISTS.includes(key) && parts[key] ? `${parts[key]},${value}` : value;
    }
    return parts;
  };

  // Values of a list keep the order in which their buttons stand; cities go by their id.
  function inOrder(key, values) {
    if (key === "city") return [...values].sort();
    const known = [...document.querySelectorAll(`[data-key="${key}"][data-mode="toggle"]`)]
      .map((button) => button.dataset.value);
    return [...new Set([...known.filter((value) => values.has(value)), ...values])];
  }

  function write(parts) {
    const keys = [...ORDER.filter((key) => parts[key]),
      ...Object.keys(parts).filter((key) => !ORDER.includes(key) && parts[key])];
    const written = keys.map((key) =>
      `${key}=${encodeURIComponent(parts[key]).replace(/%2C/g, ",").replace(/%3A/g, ":")}`);
    return written.length ? `?${written.join("&")}` : "";
  }

  hub.valuesOf = function (parts, key) {
    return new Set((parts[key] || "").split(",").filter(Boolean));
  };

  hub.toggled = function (parts, key, value) {
    const values = hub.valuesOf(parts, key);
    if (!values.delete(value)) values.add(value);
    return { ...parts, [key]: inOrder(key, values).join(",") };
  };

  const NARROWING = [...SELECTING, "figure", "reason", "quality", "part", "sort"];
  const selects = (parts) => NARROWING.map((key) => parts[key] || "").join("&");

  // A page number belongs to one list: another starts at its first page.
  hub.goTo = function (parts) {
    const search = write(selects(parts) === selects(hub.readAddress()) ? parts : { ...parts, page: "" });
    if (search === window.location.search) return;
    window.history.pushState({}, "", window.location.pathname + search);
    hub.ask();
  };

  hub.isSelecting = (parts) => SELECTING.some((key) => parts[key]);

  const keptOf = (parts) => Object.fromEntries([...SELECTING, "profile"].map((key) => [key, parts[key]]));

  // Links to other pages take the filter along, and how places are designated.
  hub.keepFilter = function (parts) {
    const kept = keptOf(parts);
    for (const link of document.querySelectorAll("a[data-keeps-filter]")) {
      link.search = write(kept);
    }
  };

  // The overview tells of a record beside its map; a document leads to the record's own page.
  const PAGES = { activity: "/records/activities", support: "/records/support", city: "/cities" };
  hub.show = function (value) {
    const parts = hub.readAddress();
    const [kind, id] = value.split(":");
    if (document.getElementById("document") && PAGES[kind]) {
      window.location.assign(`${PAGES[kind]}/${encodeURIComponent(id)}${write(keptOf(parts))}`);
    } else {
      hub.goTo({ ...parts, show: value });
    }
  };

  // Downloads are of what is shown, in the way it is shown; what is open beside it plays no part.
  hub.keepView = function (parts) {
    const { show, evidence, page, ...kept } = parts;
    for (const link of document.querySelectorAll("a[data-keeps-view]")) link.search = write(kept);
  };

  // Reset keeps how things are shown (profile), not what is selected.
  hub.resetAddress = function () {
    const { profile } = hub.readAddress();
    hub.goTo(profile ? { profile } : {});
  };
})(window.hub);
