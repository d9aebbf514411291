// Find a city under any of its spellings: "brcko", "pec", "cair" and their Cyrillic forms.
(function (hub) {
  "use strict";

  const LETTERS = {
    а: "a", б: "b", в: "v", г: "g", ѓ: "gj", д: "d", ђ: "dj", е: "e", ж: "z", з: "z", ѕ: "dz",
    и: "i", ј: "j", к: "k", ќ: "kj", л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p",
    р: "r", с: "s", т: "t", ћ: "c", у: "u", ф: "f", х: "h", ц: "c", ч: "c", џ: "dz", ш: "s",
    đ: "d", ð: "d", ł: "l", ı: "i", ß: "ss",
  };

  hub.fold = function (text) {
    const letters = [...text.toLowerCase().normalize("NFC")].map((letter) => LETTERS[letter] ?? letter).join("");
    return letters.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, " ").trim();
  };

  const field = () => document.getElementById("city-search");
  const list = () => document.getElementById("city-options");
  const visible = () => [...list().querySelectorAll(".option:not([hidden])")];

  function rank(option, sought) {
    const spellings = option.dataset.spellings.split("|");
    if (spellings.some((spelling) => spelling.startsWith(sought))) return 0;
    if (spellings.some((spelling) => spelling.includes(` ${sought}`))) return 1;
    return spellings.some((spelling) => spelling.includes(sought)) ? 2 : 3;
  }

  function narrow() {
    const sought = hub.fold(field().value);
    for (const option of list().querySelectorAll(".option")) {
      const place = sought ? rank(option, sought) : 0;
      option.hidden = place === 3;
      option.style.order = String(place);
    }
    open(true);
    activate(sought ? inShownOrder()[0] : null);
  }

  function inShownOrder() {
    return visible().sort((one, other) => Number(one.style.order) - Number(other.style.order));
  }

  function open(shown) {
    list().hidden = !shown;
    // What a plain input component cannot be given in Python: its part in the combobox.
    const states = { role: "combobox", "aria-controls": "city-options", "aria-expanded": shown,
      "aria-autocomplete": "list", "aria-keyshortcuts": "/" };
    for (const [name, value] of Object.entries(states)) field().setAttribute(name, String(value));
    if (!shown) activate(null);
  }

  function activate(option) {
    list().querySelector(".option.active")?.classList.remove("active");
    if (!option) return field().removeAttribute("aria-activedescendant");
    option.classList.add("active");
    option.scrollIntoView({ block: "nearest" });
    return field().setAttribute("aria-activedescendant", option.id);
  }

  function step(by) {
    if (list().hidden) narrow();
    const options = inShownOrder();
    const at = options.findIndex((option) => option.classList.contains("active"));
    if (options.length) activate(options[(at + by + options.length) % options.length]);
  }

  hub.endSearch = function () {
    if (!field() || list().hidden) return false;
    field().value = "";
    open(false);
    return true;
  };

  document.addEventListener("input", (event) => {
    if (event.target.id === "city-search") narrow();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.id === "city-search") narrow();
    else if (field() && !event.target.closest(".city-search")) open(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (field() && !event.target.closest(".city-search")) open(false);
    else if (event.target.closest(".option")) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "city-search") return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      list().querySelector(".option.active")?.click();
    }
  });
})(window.hub);
