// The catalogue of materials: chosen by what they are, from columns beside the search index (OpytSearch, CatalogueIndex).
// The page has the newest ones; what else is shown comes from the index's documents.
(() => {
  "use strict";
  const place = document.getElementById("opyt_catalogue");
  if (!place) return;
  const words = place.dataset;
  const { load, renew, reader } = opytParts("../poisk/");
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const [side, choice, tools, opener, sorting, chips, note, list, more, pages, sheet, slot, clearing, closing, status] = (
    "side choice tools open sort chosen note results more pages sheet slot clear close status"
  ).split(" ").map(part);
  const heading = document.getElementById("opyt_materials");
  const facets = new Map([...place.querySelectorAll("[data-facet]")].map((element) => [element.dataset.facet, element]));
  const newest = [...list.children];
  const all = heading.textContent;

  // Columns: { keys, labels, sets, of }, of each material the number of the set of its values

  let data = null;
  const columns = new Map();
  const read = (packs) => {
    for (const { columns: own, width, of } of packs) {
      const read = own.map(({ name, keys, labels, sets }) => {
        const column = { name, keys, labels, sets: [], of: new Uint32Array(data.count) };
        for (const code = reader(sets); !code.isOver; ) {
          column.sets.push(Array.from({ length: code.number() }, () => code.number()));
        }
        return column;
      });
      const code = reader(of);
      for (let material = 0; material < data.count; material++) {
        let rest = code.fixed(width);
        for (const column of read) {
          column.of[material] = rest % column.sets.length;
          rest = Math.floor(rest / column.sets.length);
        }
      }
      for (const column of read) columns.set(column.name, column);
    }
  };
  // How many follow one another, how many are left out behind them, and so on.
  const places = (text) => {
    const found = [];
    let next = 0;
    for (const runs = reader(text); !runs.isOver; ) {
      for (let rest = runs.number(); rest > 0; rest--) found.push(next++);
      if (!runs.isOver) next += runs.number();
    }
    return found;
  };
  const open = async () => {
    const entry = await load("m");
    if (data) return;
    data = entry;
    read(data.packs);
    data.places = places(data.documents);
    data.marked = new Set(places(data.closed || ""));
    for (const [name, element] of facets) element.hidden = !columns.has(name) && !data.more[name];
    for (const name of columns.keys()) fill(name);
  };
  // Of a facet that is not there from the beginning.
  const need = async (name) => {
    if (columns.has(name) || !data.more[name]) return;
    const packs = await load(...data.more[name]);
    if (columns.has(name)) return;
    read(packs);
    fill(name);
  };

  // What is chosen

  let chosen = new Map();
  let sort = "";
  const step = 24;
  let shown = step;
  const has = (name, key) => Boolean(chosen.get(name)?.has(key));
  const choose = (name, key, isChosen) => {
    const keys = chosen.get(name) || new Set();
    if (isChosen) keys.add(key);
    else keys.delete(key);
    if (keys.size) chosen.set(name, keys);
    else chosen.delete(name);
  };
  const readAddress = () => {
    const query = new URLSearchParams(location.search);
    chosen = new Map();
    for (const name of facets.keys()) {
      for (const key of (query.get(name) || "").split(",")) if (key) choose(name, key, true);
    }
    sort = query.get("sort") || "";
    if (![...sorting.options].some(({ value }) => value === sort)) sort = "";
    shown = history.state?.shown || step;
  };
  const address = () => {
    const query = [...facets.keys()]
      .filter((name) => chosen.has(name))
      .map((name) => `${name}=${[...chosen.get(name)].map(encodeURIComponent).join(",")}`);
    if (sort) query.push(`sort=${sort}`);
    return location.pathname + (query.length ? `?${query.join("&")}` : "");
  };
  const remember = (isNew) => {
    try {
      if (isNew) history.pushState({ shown }, "", address());
      else history.replaceState({ shown }, "");
    } catch {
      // Some browsers keep the address of a page from a disk.
    }
  };
  const change = () => {
    shown = step;
    remember(true);
    return update();
  };

  // The facets

  const fields = new Map();
  const fill = (name) => {
    const column = columns.get(name);
    const group = facets.get(name).querySelector("[role=group]");
    group.classList.toggle("long", column.keys.length > 12);
    fields.set(
      name,
      column.keys.map((key, value) => {
        const label = document.createElement("label");
        const field = Object.assign(document.createElement("input"), { type: "checkbox" });
        const count = document.createElement("small");
        field.addEventListener("change", () => {
          choose(name, key, field.checked);
          change();
        });
        label.append(field, ` ${column.labels[value]} `, count);
        group.append(label);
        return { key, label, field, count };
      }),
    );
  };
  const showCounts = (counts) => {
    for (const [name, element] of facets) {
      const number = chosen.get(name)?.size;
      element.querySelector("summary small").textContent = number ? number : "";
      if (!fields.has(name)) continue;
      for (const [value, { key, label, field, count }] of fields.get(name).entries()) {
        field.checked = has(name, key);
        const found = counts.get(name)[value];
        count.textContent = found;
        // What would find nothing can't be chosen, but taken back.
        field.disabled = !found && !field.checked;
        label.classList.toggle("none", !found);
      }
    }
  };
  const showChosen = () => {
    const buttons = [];
    const add = (text, act) => {
      buttons.push(Object.assign(document.createElement("button"), { type: "button", textContent: text }));
      buttons.at(-1).addEventListener("click", act);
      return buttons.at(-1);
    };
    for (const [name, keys] of chosen) {
      for (const key of keys) {
        const value = columns.get(name)?.keys.indexOf(key) ?? -1;
        const text = value < 0 ? key : columns.get(name).labels[value];
        const at = buttons.length;
        const button = add(text, () => {
          choose(name, key, false);
          // The one before it, or what is at its place now.
          change().then(() => (chips.children[Math.max(0, at - 1)] || heading).focus());
        });
        button.setAttribute("aria-label", `${words.remove}: ${text}`);
      }
    }
    if (buttons.length > 1) add(clearing.textContent, () => clear().then(() => heading.focus()));
    chips.replaceChildren(...buttons);
    chips.hidden = !buttons.length;
  };
  const clear = () => {
    chosen = new Map();
    return change();
  };

  // Those that have one of the chosen values of each facet; and for each value how many there are, whatever else is chosen
  // in its own facet.
  const find = () => {
    const asked = [...chosen].filter(([name]) => columns.has(name)).map(([name, keys]) => {
      const { keys: every, sets, of } = columns.get(name);
      return { name, of, fits: sets.map((set) => set.some((value) => keys.has(every[value]))) };
    });
    const tallies = new Map([...columns].map(([name, { sets, of }]) => [name, { of, sums: new Uint32Array(sets.length) }]));
    const every = [...tallies.values()];
    const found = [];
    for (let material = 0; material < data.count; material++) {
      let missed = null;
      let misses = 0;
      for (const facet of asked) {
        if (facet.fits[facet.of[material]]) continue;
        missed = facet.name;
        if (++misses > 1) break;
      }
      if (misses === 0) {
        found.push(material);
        for (const { of, sums } of every) sums[of[material]]++;
      } else if (misses === 1) {
        const { of, sums } = tallies.get(missed);
        sums[of[material]]++;
      }
    }
    const counts = new Map();
    for (const [name, { keys, sets }] of columns) {
      const sums = new Array(keys.length).fill(0);
      sets.forEach((set, number) => set.forEach((value) => (sums[value] += tallies.get(name).sums[number])));
      counts.set(name, sums);
    }
    return { found, counts };
  };

  const valuesOf = (name, material) => {
    const column = columns.get(name);
    return column ? column.sets[column.of[material]] : [];
  };
  const labelsOf = (name, material) => valuesOf(name, material).map((value) => columns.get(name).labels[value]);
  const ordered = async (found) => {
    // Those that are alike stay as they are, the newest first.
    const by = (key) => found.map((material) => ({ material, key: key(material) })).sort((one, other) => one.key - other.key);
    if (sort === "title") {
      const places = new Uint32Array(data.count);
      const width = (await load(...data.titles)).length / Math.max(1, data.count);
      const code = reader(await load(...data.titles));
      for (let title = 0; title < data.count && width; title++) places[code.fixed(width)] = title;
      return by((material) => places[material]).map(({ material }) => material);
    }
    if (sort === "kindergarten") {
      return by((material) => valuesOf("kindergarten", material)[0] ?? Infinity).map(({ material }) => material);
    }
    if (sort === "evidence") {
      const height = (steps) => (steps.length ? steps.at(-1) * 10 + steps.length : -1);
      return by((material) => -height(valuesOf("evidence", material))).map(({ material }) => material);
    }
    return found;
  };

  // Materials as they are shown

  const document_ = async (material) => {
    const index = await load("index");
    // One of the two files is of another build.
    if (index.docs !== data.docs) throw new Error("index");
    const number = data.places[material];
    const shard = Math.floor(number / index.each);
    return (await load(`d${shard}`, index.d.substr(shard * 3, 3)))[number % index.each];
  };
  const span = (text) => Object.assign(document.createElement("span"), { textContent: text });
  const entry = (material, [title, path, summary, date]) => {
    const item = document.getElementById("opyt_entry").content.cloneNode(true);
    const [link, facts, text, from] = item.querySelectorAll("a, p");
    Object.assign(link, { href: `../${path}`, textContent: title });
    if (data.marked.has(material)) {
      link.after(" ", Object.assign(span(words.members), { className: "members-only" }));
    }
    const steps = labelsOf("evidence", material);
    const told = [
      ...labelsOf("kind", material),
      ...(valuesOf("status", material).some((value) => columns.get("status").keys[value] !== "adopted") ? labelsOf("status", material) : []),
      ...labelsOf("age", material),
      ...labelsOf("length", material),
      ...(steps.length > 1 ? steps.slice(-1) : []),
    ];
    facts.append(...told.flatMap((label) => [span(label), " "]));
    text.textContent = summary;
    from.append(...[...labelsOf("kindergarten", material), date].flatMap((label) => [span(label), " "]));
    return item;
  };

  const plural = new Intl.PluralRules(document.documentElement.lang);
  const counted = (number) => `${number}\u00a0${words[plural.select(number)] || words.many}`;

  let latest = 0;
  const update = async () => {
    const turn = ++latest;
    const isAsked = chosen.size > 0 || sort !== "";
    list.setAttribute("aria-busy", "true");
    try {
      sorting.value = sort;
      if (!data && !isAsked && !isOpen()) return;
      if (!data) status.textContent = words.loading;
      await open();
      // What is chosen, shown or sorted by.
      const names = [...chosen.keys(), ...[...facets.keys()].filter((name) => facets.get(name).open)];
      await Promise.all([...names, ...(isAsked ? ["kindergarten"] : [])].map(need));
      const { found, counts } = find();
      if (turn !== latest) return;
      showCounts(counts);
      showChosen();
      const text = isAsked && !found.length ? words.nothing : counted(found.length);
      closing.textContent = found.length ? `${words.show} ${text}` : words.nothing;
      if (isAsked) {
        const sorted = await ordered(found);
        const visible = sorted.slice(0, shown);
        const documents = await Promise.all(visible.map(document_));
        if (turn !== latest) return;
        list.replaceChildren(...visible.map((material, place) => entry(material, documents[place])));
      } else list.replaceChildren(...newest);
      more.hidden = !isAsked || found.length <= shown;
      pages.hidden = isAsked;
      heading.textContent = isAsked ? text : all;
      heading.dataset.count = found.length;
      note.textContent = found.length ? "" : words.advice;
      note.hidden = Boolean(found.length);
      status.textContent = text;
    } catch {
      if (turn !== latest) return;
      // The browser kept a file whose parts are no more.
      data = null;
      columns.clear();
      fields.clear();
      for (const element of facets.values()) element.querySelector("[role=group]").replaceChildren();
      if (renew()) return update();
      note.textContent = status.textContent = words.failed;
      note.hidden = false;
    } finally {
      if (turn === latest) list.removeAttribute("aria-busy");
    }
  };

  // The facets stand beside the list in wide windows, and on a sheet in narrow ones.
  const isWide = () => getComputedStyle(opener).display === "none";
  const isOpen = () => isWide() || sheet.open;
  opener.addEventListener("click", async () => {
    slot.append(choice);
    sheet.showModal();
    await update();
  });
  sheet.addEventListener("close", () => side.append(choice));
  // Outside of it.
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  closing.addEventListener("click", () => {
    sheet.close();
    heading.focus();
  });
  clearing.addEventListener("click", clear);
  addEventListener("resize", () => {
    if (!isWide()) return;
    if (sheet.open) sheet.close();
    if (!data) update();
  });
  for (const element of facets.values()) element.addEventListener("toggle", () => element.open && data && update());

  sorting.addEventListener("change", () => {
    sort = sorting.value;
    change();
  });
  more.addEventListener("click", async () => {
    const first = shown;
    shown += step;
    remember(false);
    await update();
    list.querySelectorAll("h3 a")[first]?.focus();
  });
  addEventListener("popstate", () => {
    readAddress();
    update();
  });

  side.hidden = tools.hidden = false;
  readAddress();
  for (const [name, element] of facets) element.open = chosen.has(name) || (isWide() && ["kind", "age", "area"].includes(name));
  update();
})();
