// A chart as a picture: drawn by plotly once more, with title, filter, date and credit around it.
(function (hub) {
  "use strict";

  const SCALE = 2;
  const GAP = 10;
  const LEADING = 1.3;
  const FAMILY = '"Source Sans 3", Arial, sans-serif';
  const HALO = ".scattergeo text, .textpoint text { paint-order: stroke; stroke: #fff; "
    + "stroke-width: 3px; stroke-linejoin: round; } "
    + ".scatterlayer > .scattergeo:first-child text { stroke: none; }";

  const text = (id) => (document.getElementById(id)?.innerText || "").trim();
  const paper = document.createElement("canvas").getContext("2d");

  function wrapped(words, size, width) {
    paper.font = `${size}px ${FAMILY}`;
    const lines = [""];
    for (const word of words.split(/\s+/)) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && paper.measureText(longer).width > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  function paragraph(words, size, width, weight = 400) {
    return wrapped(words, size, width * 0.98).map((line) => ({ line, size, weight }));
  }

  const heightOf = (lines) => lines.reduce((sum, { size }) => sum + size * LEADING, 0);

  function placed(lines, y, top) {
    let down = 0;
    return lines.map(({ line, size, weight }) => {
      const annotation = {
        text: line.replace(/</g, "&lt;"), x: 0, y, xref: "paper", yref: "paper", xanchor: "left",
        yanchor: "top", yshift: top - down, showarrow: false, borderpad: 0, align: "left",
        font: { size, weight, family: FAMILY, color: "#1B2733" },
      };
      down += size * LEADING;
      return annotation;
    });
  }

  // The drawing keeps its size; the words get a margin of their own above and below it.
  function withWords(plot, frame) {
    const { layout } = plot;
    const em = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const margin = { t: 0, b: 0, ...layout.margin };
    const { width } = layout;
    const above = [
      ...(text("dataset-kind") ? paragraph(text("dataset-kind"), 12 * em, width, 600) : []),
      ...paragraph(frame.dataset.chart, 16 * em, width, 600),
      ...paragraph(text("scope"), 12 * em, width),
    ];
    const hasMap = plot.querySelector(".geolayer path") !== null;
    const credits = [...document.querySelectorAll("#credits p")].map((p) => p.innerText)
      .filter((words) => hasMap || !words.startsWith("Boundaries"));
    const below = [frame.dataset.legend, `${text("as-of")} · ${hub.PRODUCT}`, ...credits]
      .filter(Boolean).flatMap((words) => paragraph(words, 10 * em, width));
    const high = heightOf(above) + GAP * em;
    const low = heightOf(below) + GAP * em;
    return {
      ...layout,
      meta: null,
      height: layout.height + high + low,
      margin: { ...margin, t: margin.t + high, b: margin.b + low },
      annotations: [
        ...(layout.annotations || []),
        ...placed(above, 1, margin.t + high),
        ...placed(below, 0, -margin.b - GAP * em),
      ],
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

  async function drawn(plot, frame) {
    const layout = withWords(plot, frame);
    const figure = { data: plot.data, layout, config: { showSendToCloud: false } };
    const size = { width: layout.width, height: layout.height };
    const uri = await window.Plotly.toImage(figure, { format: "svg", imageDataOnly: false, ...size });
    const svg = decodeURIComponent(uri.slice(uri.indexOf(",") + 1));
    const styles = `<style>${await fontFaces()} ${HALO}</style>`;
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
    const sheet = canvas.getContext("2d");
    sheet.fillStyle = "#fff";
    sheet.fillRect(0, 0, canvas.width, canvas.height);
    sheet.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  hub.savePicture = async function (chart, format) {
    const frame = document.getElementById(chart);
    const plot = frame.querySelector(".js-plotly-plot");
    const picture = await drawn(plot, frame);
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
