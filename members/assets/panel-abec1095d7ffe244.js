// Applies what the reader has chosen in the panel before the page is first painted; the panel itself is in site.js.
(() => {
  "use strict";
  const root = document.documentElement;
  root.dataset.script = "";

  const apply = () => {
    let chosen = {};
    try {
      chosen = JSON.parse(localStorage.getItem("opyt.view")) || {};
    } catch {
      // No storage, or something else in it: the ordinary view.
    }
    for (const name of ["size", "spacing", "colors", "pictures"]) {
      if (typeof chosen[name] === "string" && chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    // The browser's own parts: fields, scroll bars.
    const schemes = { white: "light", blue: "light", black: "dark" };
    document.querySelector("meta[name=color-scheme]").content = schemes[chosen.colors] || "light dark";
  };
  apply();
  // Back from another page, or chosen in another window.
  addEventListener("pageshow", (event) => event.persisted && apply());
  addEventListener("storage", apply);
})();
