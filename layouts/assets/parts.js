// Loads the parts of the search index, each a script that calls opytSearch, so that it works from a disk as it does from a
// server; and reads the numbers in them (SearchCode).
window.opytParts = (folder) => {
  "use strict";
  // What makes the browser ask for an index that it has kept.
  let again = "";
  let loads = new Map();
  const waiting = new Map();
  window.opytSearch = (name, mark, data) => {
    const wait = waiting.get(name);
    if (wait && wait.mark === mark) wait.resolve(data);
  };

  // The entries have no mark. A part of another build is asked for under another address.
  const load = (name, mark = "") => {
    if (!loads.has(name)) {
      const file = name === "index" ? "ukazatel.js" : `ukazatel/${name}.js`;
      loads.set(
        name,
        new Promise((resolve, reject) => {
          waiting.set(name, { mark, resolve });
          const script = document.createElement("script");
          script.src = folder + file + (mark ? `?${encodeURIComponent(mark)}` : again);
          script.onload = script.onerror = () => {
            script.remove();
            // Nothing, or a part of another build than the index that was kept.
            reject(new Error(name));
          };
          document.head.append(script);
        }),
      );
    }
    return loads.get(name);
  };

  // Forgets all that was loaded; false where that was of no use before.
  const renew = () => {
    if (again) return false;
    loads = new Map();
    again = `?${Date.now()}`;
    return true;
  };

  const values = [];
  for (let code = 0x21, value = 0; code < 0x7f; code++) {
    if (!'"\\|'.includes(String.fromCharCode(code))) values[code] = value++;
  }
  const base = 91;
  const reader = (text, at = 0) => ({
    get at() {
      return at;
    },
    get isOver() {
      return at >= text.length;
    },
    number() {
      let sum = 0;
      for (let unit = 1; ; unit *= 31) {
        const value = values[text.charCodeAt(at++)];
        sum += value * unit;
        if (!(value >= 60)) return sum;
      }
    },
    // In a fixed number of signs, the lowest first.
    fixed(width) {
      let sum = 0;
      for (let place = width; place > 0; place--) sum = sum * base + values[text.charCodeAt(at + place - 1)];
      at += width;
      return sum;
    },
  });
  return { load, renew, reader };
};
