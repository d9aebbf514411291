// Dash asks for a layout without saying for which page: the path goes along.
(function () {
  "use strict";

  const plainFetch = window.fetch;

  window.fetch = function (resource, options) {
    const isLayout = typeof resource === "string" && resource.endsWith("_dash-layout");
    const path = encodeURIComponent(decodeURIComponent(window.location.pathname));
    return plainFetch(isLayout ? `${resource}?path=${path}` : resource, options);
  };
})();
