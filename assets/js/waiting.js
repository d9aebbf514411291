// While the database cannot be read: ask every few seconds, then come back without being told.
(function (hub) {
  "use strict";

  const PAUSE = 3000;
  let waiting = false;

  async function isReady() {
    try {
      return (await fetch("/readyz", { cache: "no-store" })).ok;
    } catch {
      return false; // the server itself is away: ask again
    }
  }

  function wait(then) {
    if (waiting) return;
    waiting = true;
    const look = async () => {
      if (await isReady()) {
        waiting = false;
        then();
      } else window.setTimeout(look, PAUSE);
    };
    window.setTimeout(look, PAUSE);
  }

  hub.retryWhenReady = () => wait(() => hub.ask());

  new MutationObserver(() => {
    if (document.querySelector("[data-waiting]")) wait(() => window.location.reload());
  }).observe(document.documentElement, { childList: true, subtree: true });
})(window.hub);
