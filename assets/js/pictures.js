// A chart as a picture: drawn by plotly once more, with title, filter, date and credit around it.
(function (hub) {
  "use strict";

  const ABOVE = 64;
  const BELOW = 44;
  const SCALE = 2;

  const text = (id) => (document.getElementById(id)?.innerText || "").trim();

  function line(words, size, y, anchor, shift, weight) {
    return {
      text: words.replace(/</g, "&lt;"), x: 0, y, xref: "paper", yref: "paper", xanchor: "left",
      yanchor: anchor, yshift: shift, showarrow: false, align: "left",
      font: { size, weight, color: "#1B2733" },
    };
  }

  // The drawing keeps its size; the words get a margin of their own above and below it.
  function withWords(plot, title) {
    const { layout } = plot;
    const em = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const margin = layout.margin || {};
    const credits = [...document.querySelectorAll("#credits p")].map((p) => p.innerText);
    const below = BELOW * em + (credits.length > 2 ? 14 * em : 0);
    const words = [
      line(title, 16 * em, 1, "bottom", 34 * em + (margin.t || 0), 600),
      line(text("scope"), 12 * em, 1, "bottom", 12 * em + (margin.t || 0), 400),
      ...[`${text("as-of")} · ${hub.PRODUCT}`, ...credits].map((words, place) =>
        line(words, 10 * em, 0, "top", -(10 + 13 * place) * em - (margin.b || 0), 400)),
    ];
    return {
      ...layout,
      meta: null,
      height: layout.height + ABOVE * em + below,
      margin: { ...margin, t: (margin.t || 0) + ABOVE * em, b: (margin.b || 0) + below },
      annotations: [...(layout.annotations || []), ...words],
    };
  }

  async function embedded(url) {
    const blob = await (await fetch(url)).blob();
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
  }

  // A picture is opened where our fonts are not: they go inside.
  async function fontFaces() {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule);
    const faces = rules.map(async (rule) => {
      const [, path] = /url\("([^"]+)"\)/.exec(rule.cssText);
      const url = new URL(path, rule.parentStyleSheet.href);
      return rule.cssText.replace(path, await embedded(url));
    });
    return (await Promise.all(faces)).join("\n");
  }

  async function drawn(plot, title) {
    const layout = withWords(plot, title);
    const figure = { data: plot.data, layout, config: { showSendToCloud: false } };
    const size = { width: layout.width, height: layout.height };
    const uri = await window.Plotly.toImage(figure, { format: "svg", imageDataOnly: false, ...size });
    const svg = decodeURIComponent(uri.slice(uri.indexOf(",") + 1));
    const styles = `<style>${await fontFaces()}</style>`;
    return { svg: svg.replace(/(<svg[^>]*>)/, `$1${styles}`), ...size };
  }

  async function asPng({ svg, width, height }) {
    const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: width * SCALE, height: height * SCALE,
    });
    const paper = canvas.getContext("2d");
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  hub.savePicture = async function (chart, format) {
    const frame = document.getElementById(chart);
    const plot = frame.querySelector(".js-plotly-plot");
    const picture = await drawn(plot, frame.dataset.chart);
    const blob = format === "svg"
      ? new Blob([picture.svg], { type: "image/svg+xml" }) : await asPng(picture);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `hub-${chart}.${format}`;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  hub.PRODUCT = "Western Balkans Hub";
})(window.hub);
