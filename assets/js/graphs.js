// The two graphs: whether they show the current turn, and what a click on a mark means.
(function (hub) {
  "use strict";

  const drawing = (id) => document.querySelector(`#${id} .js-plotly-plot`);

  hub.areDrawn = function (turn) {
    return [...document.querySelectorAll("#main .graph")].every(({ id }) => {
      const plot = drawing(id);
      if (!plot || !plot.layout || !plot.layout.meta || plot.layout.meta.turn !== turn) return false;
      listen(plot, id);
      const isMap = plot.data.some((trace) => trace.type === "choropleth");
      return !isMap || plot.querySelector(".choroplethlayer path") !== null;
    });
  };

  function listen(plot, id) {
    if (plot.hubListens) return;
    plot.hubListens = true;
    plot.on("plotly_click", (event) => {
      const point = event.points && event.points[0];
      if (point) (id === "city-map-graph" ? onMap : onMark)(point);
    });
    plot.on("plotly_hover", () => plot.classList.add("pointing"));
    plot.on("plotly_unhover", () => plot.classList.remove("pointing"));
  }

  function onMap(point) {
    if (Array.isArray(point.customdata) && point.customdata[0] === "city") {
      hub.toggleCity(point.customdata[1]);
    } else if (document.getElementById(`country-${point.location}`)) {
      hub.goTo(hub.toggled(withoutCity(), "country", point.location));
    }
  }

  function withoutCity() {
    const parts = hub.readAddress();
    return (parts.show || "").startsWith("city:") ? { ...parts, show: "" } : parts;
  }

  function onMark(point) {
    if (!Array.isArray(point.customdata)) return;
    const [sheet, id] = point.customdata;
    if (sheet === "evidence" && id) hub.goTo({ ...hub.readAddress(), evidence: id });
    const kind = { activities: "activity", support: "support", city: "city" }[sheet];
    if (kind && id) hub.show(`${kind}:${id}`);
    if (sheet === "address" && id) window.location.assign(id);
  }

  // A city on the map or in the search is a filter, and tells what it is.
  hub.toggleCity = function (city) {
    const parts = hub.readAddress();
    const next = hub.toggled(parts, "city", city);
    const chosen = hub.valuesOf(next, "city").has(city);
    const shown = parts.show === `city:${city}` ? "" : parts.show;
    hub.goTo({ ...next, show: chosen ? `city:${city}` : shown });
  };
})(window.hub);
