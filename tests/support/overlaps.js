// Which texts that can be seen lie upon each other: pairs of words, each pair once.
() => {
  const hidden = (element) => !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    || element.closest(".visually-hidden, [hidden], script, style");

  const within = (rect, box) => ({
    left: Math.max(rect.left, box.left), right: Math.min(rect.right, box.right),
    top: Math.max(rect.top, box.top), bottom: Math.min(rect.bottom, box.bottom),
  });

  // What an ancestor cuts off cannot be seen.
  function clipped(element, rect) {
    let seen = rect;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        seen = within(seen, box.getBoundingClientRect());
      }
    }
    return seen;
  }

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || hidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const box = clipped(element, rect);
      if (box.right - box.left > 2 && box.bottom - box.top > 4) {
        texts.push({ text: node.data.trim().slice(0, 60), node, box });
      }
    }
  }

  texts.sort((one, other) => one.box.top - other.box.top);
  const found = new Set();
  for (let place = 0; place < texts.length; place += 1) {
    const { text, node, box } = texts[place];
    for (let next = place + 1; next < texts.length; next += 1) {
      const other = texts[next];
      if (other.box.top > box.bottom) break;
      if (other.node === node || other.text === text) continue;
      const both = within(box, other.box);
      // Lines of text may touch by the room above and below their letters.
      const room = 0.3 * Math.min(box.bottom - box.top, other.box.bottom - other.box.top);
      if (both.right - both.left > 2 && both.bottom - both.top > Math.max(5, room)) found.add(`${text} | ${other.text}`);
    }
  }
  return [...found];
}
