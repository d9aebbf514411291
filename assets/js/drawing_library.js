// The drawing library comes while Dash asks for the layout; graphs wait for it.
(function () {
  "use strict";

  const NOTHING = { type: "GeometryCollection", geometries: [] };
  const LAYERS = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];

  // The map has its own boundaries: an empty world keeps plotly from fetching one elsewhere.
  window.PlotlyGeoAssets = {
    topojson: {
      world_110m: {
        type: "Topology",
        arcs: [],
        objects: Object.fromEntries(LAYERS.map((layer) => [layer, NOTHING])),
      },
    },
  };

  // dcc.Graph waits for window.Plotly; the library puts itself in the promise's place.
  const { href } = document.getElementById("drawing-library");
  window.Plotly = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${href} could not be loaded`));
    script.src = href;
    document.head.append(script);
  });
})();
