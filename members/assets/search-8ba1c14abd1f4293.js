// Answers questions on the search page from the index beside it, which the program makes (OpytSearch). The index comes in
// parts, each a script that calls opytSearch, so that it works from a disk as it does from a server.
(() => {
  "use strict";
  const place = document.getElementById("opyt_search");
  const form = document.querySelector(".search-box");
  if (!place || !form) return;
  const words = place.dataset;
  const box = form.elements.q;
  const part = (name) => place.querySelector(`[data-part=${name}]`);
  const [list, status, note, more, choice] = ["results", "status", "note", "more", "choice"].map(part);
  place.hidden = false;

  // Loading

  let index;
  // What makes the browser ask for an index that it has kept.
  let again = "";
  let loads = new Map();
  const waiting = new Map();
  window.opytSearch = (name, mark, data) => {
    const wait = waiting.get(name);
    if (wait && wait.mark === mark) wait.resolve(data);
  };

  const load = (name, mark = "") => {
    if (!loads.has(name)) {
      loads.set(
        name,
        new Promise((resolve, reject) => {
          waiting.set(name, { mark, resolve });
          const script = document.createElement("script");
          // A part of another build is asked for under another address.
          script.src = name === "index" ? `ukazatel.js${again}` : `ukazatel/${name}.js?${encodeURIComponent(mark)}`;
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
  const loadPart = (kind, number) => load(kind + number, index[kind].substr(number * 3, 3));

  const parsed = new Map();
  const parse = async (kind, number, read) => {
    const name = kind + number;
    if (!parsed.has(name)) parsed.set(name, read(await loadPart(kind, number)));
    return parsed.get(name);
  };

  const open = async () => {
    if (index) return;
    index = await load("index");
    index.known = new Set(index.endings);
  };

  // Numbers as the index writes them (SearchCode)

  const values = new Map();
  for (let code = 0x21; code < 0x7f; code++) if (!'"\\|'.includes(String.fromCharCode(code))) values.set(code, values.size);
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
        const value = values.get(text.charCodeAt(at++));
        sum += value * unit;
        if (!(value >= 60)) return sum;
      }
    },
  });

  // Words, found as WordScanner finds them

  const fold = (text) => text.normalize("NFC").toLowerCase().replace(/[\p{M}\p{Cf}]/gu, "").replaceAll("ё", "е");
  const run = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:[-‐‑][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)*/gu;
  const runs = (text) => (text.match(run) || []).map((word) => fold(word).replace(/[‐‑]/g, "-"));
  const isWhole = (word) => !/^[\d-]+$/.test(word) && word.split("-").length <= 4;
  const small = new Set(words.small.split(" "));

  const wordsOf = (question) => {
    const all = [...new Set(runs(question).flatMap((word) => (isWhole(word) ? [word] : word.split("-"))))];
    const telling = all.filter((word) => !small.has(word));
    return telling.length ? telling : all;
  };

  // Stems: { stem, number, endings }

  const lastUpTo = (firsts, value, start) => {
    let [low, high] = [start, firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const partOf = (word) => (word.length < 3 ? 0 : lastUpTo(index.words, word, 1));

  const stemsOf = (number) =>
    parse("w", number, (text) => {
      const stems = new Map();
      let stem = "";
      let count = index.firsts[number];
      for (const record of text.split("|").slice(0, -1)) {
        const code = reader(record);
        const shared = code.number();
        const blank = record.indexOf(" ", code.at);
        stem = stem.slice(0, shared) + record.slice(code.at, blank);
        const endings = [];
        for (const rest = reader(record, blank + 1); !rest.isOver; ) endings.push(index.endings[rest.number()]);
        stems.set(stem, { stem, number: count++, endings });
      }
      return stems;
    });

  // The stems that a form may be of: the one it was met with; else all whose ending others have.
  const stemsOfForm = async (word) => {
    const found = [];
    for (let length = 1; length <= word.length; length++) {
      const beginning = word.slice(0, length);
      const stem = (await stemsOf(partOf(beginning))).get(beginning);
      if (!stem) continue;
      const ending = word.slice(length);
      if (stem.endings.includes(ending)) return { isKnown: true, stems: [stem] };
      found.push({ stem, ending });
    }
    return {
      // With which it shares a long beginning.
      alike: found.filter(({ stem, ending }) => stem.stem.length > 3 && ending.length < 7).map(({ stem }) => stem),
      stems: found.filter(({ ending }) => index.known.has(ending)).map(({ stem }) => stem),
      // Of which it is the beginning of a form.
      begun: found.filter(({ stem, ending }) => stem.endings.some((e) => e.startsWith(ending))).map(({ stem }) => stem),
    };
  };

  const postingsPart = (stem) => lastUpTo(index.postings, stem.number, 0);
  const mostBegun = 60;
  const stemsFrom = async (word) => {
    if (word.length < 3) return [];
    const found = [];
    for (let number = partOf(word); number < index.words.length && found.length < mostBegun; number++) {
      if (number > partOf(word) && !index.words[number].startsWith(word)) break;
      for (const stem of (await stemsOf(number)).values()) if (stem.stem.startsWith(word)) found.push(stem);
    }
    // Of a beginning that many words have, the first ones: their lists may be long.
    const first = found.length && postingsPart(found[0]);
    return found.slice(0, mostBegun).filter((stem) => postingsPart(stem) < first + 3);
  };

  // How many letters must be put right to make one word of the other; more than `most` are as good as any.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, row] = [[], [...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const isSame = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...next) > most) return most + 1;
      [before, row] = [row, next];
    }
    return row[other.length];
  };

  const mostParts = 3;
  const likeliest = async (word) => (await slipped(word)) || (await begunAlike(word));
  const begunAlike = async (word) => {
    const stem = (await stemsOfForm(word)).alike?.at(-1);
    return stem ? { form: stem.stem + stem.endings[0], stems: [stem] } : null;
  };
  const slipped = async (word) => {
    const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    if (!most) return null;
    const numbers = new Set([partOf(word)]);
    if (index.words.length <= mostParts + 1) index.words.forEach((_, number) => numbers.add(number));
    const [a, b, c] = word;
    const tail = word.slice(3);
    for (const like of [b + a + c + tail, a + c + b + tail, b + c + tail, a + c + tail, a + b + tail, a + a + b + c + tail]) {
      if (numbers.size < mostParts) numbers.add(partOf(like));
    }
    let best = { distance: most + 1, forms: [] };
    for (const number of numbers) {
      for (const stem of (await stemsOf(number)).values()) {
        if (stem.stem.length > word.length + most) continue;
        for (const ending of stem.endings) {
          const form = stem.stem + ending;
          const distance = slips(word, form, Math.min(most, best.distance));
          if (distance < best.distance) best = { distance, forms: [] };
          if (distance === best.distance && distance <= most) best.forms.push({ form, stem });
        }
      }
    }
    const forms = best.forms.sort((x, y) => (y.form[0] === word[0]) - (x.form[0] === word[0])).slice(0, 3);
    return forms.length ? { form: forms[0].form, stems: [...new Set(forms.map(({ stem }) => stem))] } : null;
  };

  // Where they stand

  const weights = [1, 1.6, 2, 3, 4, 8];
  const postings = async (stem) => {
    const number = postingsPart(stem);
    const lists = await parse("p", number, (text) => text.split("|"));
    const code = reader(lists[stem.number - index.postings[number]]);
    const found = [];
    for (let document = -1; !code.isOver; ) {
      const value = code.number();
      document += 1 + Math.floor(value / weights.length);
      found.push([document, weights[value % weights.length]]);
    }
    return found;
  };

  // Of one word: documents with what it weighs there.
  const weigh = async (stems) => {
    const best = new Map();
    for (const stem of stems) {
      for (const [document, weight] of await postings(stem)) {
        if (!(best.get(document) >= weight)) best.set(document, weight);
      }
    }
    const rarity = Math.log(1 + index.count / Math.max(1, best.size));
    for (const [document, weight] of best) best.set(document, weight * rarity);
    return best;
  };

  const understand = async (word, isLast) => {
    const { isKnown, stems, begun } = await stemsOfForm(word);
    if (isKnown || (stems.length && !isLast)) return stems;
    // What is being written, or a form that nobody has used.
    return [...new Set([...stems, ...begun, ...(await stemsFrom(word))])];
  };

  // Documents that have all of the words, the best first; where `least` is given, those that have so many.
  const answer = async (meanings, least = meanings.length) => {
    const sums = new Map();
    for (const stems of meanings) {
      for (const [document, weight] of await weigh(stems)) {
        const sum = sums.get(document) || { weight: 0, count: 0 };
        sums.set(document, { weight: sum.weight + weight, count: sum.count + 1 });
      }
    }
    return [...sums]
      .filter(([, sum]) => sum.count >= least)
      .sort(([x, one], [y, other]) => other.count - one.count || other.weight - one.weight || x - y)
      .map(([document, { weight }]) => ({ document, weight }));
  };

  const keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  const letters = "йцукенгшщзхъфывапролджэячсмитьбюё";
  const inRussian = (text) =>
    [...text.toLowerCase()].map((sign) => (keys.includes(sign) ? letters[keys.indexOf(sign)] : sign)).join("");

  const understandAll = async (question) => {
    const all = wordsOf(question);
    const meanings = [];
    for (const [place, word] of all.entries()) {
      let stems = await understand(word, place === all.length - 1);
      // A word of several that was never written so: each of them.
      if (!stems.length && word.includes("-")) {
        for (const one of word.split("-")) {
          stems = await understand(one, false);
          meanings.push({ word: one, stems });
        }
      } else meanings.push({ word, stems });
    }
    return meanings;
  };

  const isKnown = ({ stems }) => stems.length > 0;
  const result = async (meanings, more, least) => {
    const hits = await answer(meanings.map(({ stems }) => stems), least);
    return hits.length ? { hits, stems: meanings.flatMap(({ stems }) => stems), ...more } : null;
  };
  // With the likeliest words in the place of those that nobody has written.
  const mended = (meanings) =>
    Promise.all(
      meanings.map(async (meaning) => {
        const like = isKnown(meaning) ? null : await likeliest(meaning.word);
        return like ? { word: like.form, stems: like.stems } : meaning;
      }),
    );

  // → { hits, stems, instead, isPartly }
  const find = async (question) => {
    await open();
    const asked = await understandAll(question);
    if (!asked.length) return null;
    const tries = [{ meanings: asked }];
    if (!asked.every(isKnown)) {
      const switched = inRussian(question);
      if (switched !== question) tries.push({ meanings: await understandAll(switched), instead: switched });
      for (const { meanings } of [...tries]) {
        const better = await mended(meanings);
        tries.push({ meanings: better, instead: better.map(({ word }) => word).join(" ") });
      }
    }
    for (const { meanings, instead } of tries) {
      const found = meanings.length && meanings.every(isKnown) && (await result(meanings, { instead }));
      if (found) return found;
    }
    // Some of the words as they were asked, or else as they were put right.
    const { meanings, instead } = tries.find(({ meanings }) => meanings.some(isKnown)) || tries[0];
    const known = meanings.filter(isKnown);
    return known.length && meanings.length > 1
      ? result(known, { instead, isPartly: true }, Math.max(1, Math.ceil(known.length / 2)))
      : null;
  };

  // What is chosen beside the results

  const facets = ["kind", "direction", "kindergarten", "year"];
  const chosen = Object.fromEntries(facets.map((name) => [name, new Set()]));
  const readFacets = async () => {
    const data = await loadPart("f", 0);
    if (data.values) return data;
    const code = reader(data.of);
    const numbers = (length) => Array.from({ length }, () => code.number());
    data.values = Array.from({ length: index.count }, () => {
      const [kind, counts] = numbers(2);
      const directions = (counts & 7) + ((counts & 7) < 7 ? 0 : code.number());
      const kindergartens = (counts >> 3) + (counts >> 3 < 6 ? 0 : code.number());
      return { kind: [kind], direction: numbers(directions), kindergarten: numbers(kindergartens) };
    });
    const years = reader(data.years);
    for (let document = 0; document < index.count; ) {
      const year = years.number();
      for (let rest = years.number(); rest > 0; rest--) data.values[document++].year = year ? [year - 1] : [];
    }
    return data;
  };
  const fits = (data, document, besides) =>
    facets.every((name) => {
      if (name === besides || !chosen[name].size) return true;
      return data.values[document][name].some((value) => chosen[name].has(data[name][value]));
    });

  const shownValues = 6;
  const unfolded = new Set();
  const showChoice = (data, hits) => {
    const focused = document.activeElement.closest("[data-part=choice]") && document.activeElement.id;
    const groups = facets.map((name) => {
      const counts = new Map();
      for (const { document } of hits) {
        if (!fits(data, document, name)) continue;
        for (const value of data.values[document][name]) counts.set(value, (counts.get(value) || 0) + 1);
      }
      data[name].forEach((value, number) => chosen[name].has(value) && !counts.has(number) && counts.set(number, 0));
      const sorted = [...counts].sort((one, other) =>
        name === "year" ? one[0] - other[0] : other[1] - one[1] || one[0] - other[0],
      );
      if (sorted.length < 2 && !chosen[name].size) return null;
      const group = document.getElementById("opyt_facet").content.cloneNode(true);
      const [set, rest] = [group.querySelector("fieldset"), group.querySelector("details")];
      set.querySelector("legend").textContent = words[name];
      sorted.forEach(([number, count], row) => {
        const label = document.createElement("label");
        const field = document.createElement("input");
        Object.assign(field, { type: "checkbox", id: `opyt_${name}_${number}`, checked: chosen[name].has(data[name][number]) });
        field.addEventListener("change", () => {
          if (field.checked) chosen[name].add(data[name][number]);
          else chosen[name].delete(data[name][number]);
          show();
        });
        label.append(field, ` ${data[name][number]} `, Object.assign(document.createElement("small"), { textContent: count }));
        (row < shownValues ? set.querySelector("[data-values]") : rest.querySelector("[data-values]")).append(label);
      });
      if (sorted.length <= shownValues) rest.remove();
      rest.open = unfolded.has(name);
      rest.addEventListener("toggle", () => (rest.open ? unfolded.add(name) : unfolded.delete(name)));
      return group;
    });
    choice.replaceChildren(...groups.filter(Boolean));
    part("choices").hidden = !choice.children.length;
    if (focused) document.getElementById(focused)?.focus();
  };

  // Results

  const step = 20;
  let count = step;
  let answered = null;
  let latest = 0;

  const matcher = (stems) => {
    const forms = new Set(stems.flatMap(({ stem, endings }) => endings.map((ending) => stem + ending)));
    return (word) => forms.has(fold(word).replace(/[‐‑]/g, "-"));
  };
  // Writes a text with the words that were found marked; says whether there were any.
  const write = (element, text, matches) => {
    let [end, isMarked] = [0, false];
    const add = (word, at) => {
      if (!matches(word)) return false;
      element.append(text.slice(end, at), Object.assign(document.createElement("mark"), { textContent: word }));
      end = at + word.length;
      return (isMarked = true);
    };
    for (const found of text.matchAll(run)) {
      if (add(found[0], found.index)) continue;
      let at = found.index;
      for (const word of found[0].split(/[-‐‑]/)) {
        add(word, at);
        at += word.length + 1;
      }
    }
    element.append(text.slice(end));
    return isMarked;
  };

  const entry = ([title, address, summary, details], kind, matches) => {
    const item = document.getElementById("opyt_result").content.cloneNode(true);
    const [link, text, meta, hint] = ["a", ".summary", ".meta", ".hint"].map((name) => item.querySelector(name));
    link.href = `../${address}`;
    const isInTitle = write(link, title, matches);
    const isInSummary = write(text, summary, matches);
    if (!summary) text.remove();
    meta.textContent = [kind, details].filter(Boolean).join(" · ");
    if (isInTitle || isInSummary) hint.remove();
    return item;
  };

  const title = (text) => runs(text).join(" ");
  const show = async () => {
    const turn = ++latest;
    const { hits, stems, instead, isPartly } = answered;
    const data = await readFacets();
    const fitting = hits.filter(({ document }) => fits(data, document));
    const shown = fitting.slice(0, count);
    const documents = await Promise.all(
      shown.map(async ({ document }) => (await loadPart("d", Math.floor(document / index.each)))[document % index.each]),
    );
    if (turn !== latest) return;
    const matches = matcher(stems);
    const asked = title(box.value);
    // Among the best, what is called so comes first.
    const order = shown.map((hit, place) => ({ hit, place, isAsked: title(documents[place][0]) === asked }));
    order.sort((one, other) => other.isAsked - one.isAsked || one.place - other.place);
    list.replaceChildren(
      ...order.map(({ hit, place }) => entry(documents[place], data.kind[data.values[hit.document].kind[0]], matches)),
    );
    more.hidden = fitting.length <= count;
    status.textContent = `${words.found} ${fitting.length}`;
    note.textContent = [instead && `${words.instead} «${instead}».`, isPartly && words.partly].filter(Boolean).join(" ");
    showChoice(data, hits);
    remember();
  };

  const clear = (text, advice = "") => {
    list.replaceChildren();
    more.hidden = part("choices").hidden = true;
    status.textContent = text;
    note.textContent = advice;
  };

  const remember = () => {
    const query = new URLSearchParams();
    if (box.value.trim()) query.set("q", box.value.trim());
    for (const name of facets) for (const value of chosen[name]) query.append(name, value);
    try {
      history.replaceState(null, "", `?${query}`);
    } catch {
      // Some browsers keep the address of a page from a disk.
    }
  };

  const ask = async () => {
    const turn = ++latest;
    const question = box.value.trim();
    document.getElementById("opyt_lists").hidden = question !== "";
    if (!question) {
      remember();
      return clear("");
    }
    if (!answered) status.textContent = words.loading;
    try {
      const found = await find(question);
      if (turn !== latest) return;
      if (found) {
        answered = found;
        count = step;
        await show();
      } else {
        remember();
        clear(words.nothing, words.advice);
      }
    } catch {
      // The browser kept an index whose parts are no more.
      index = undefined;
      loads = new Map();
      parsed.clear();
      if (turn !== latest) return;
      if (again) return clear(words.failed);
      again = `?${Date.now()}`;
      return ask();
    }
  };

  let timer;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask();
  });
  more.addEventListener("click", async () => {
    const first = count;
    count += step;
    await show();
    list.querySelectorAll("a")[first]?.focus();
  });

  // Arrows go through the results, Escape and / back to the box.
  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "/") {
      event.preventDefault();
      box.focus();
    }
  });
  const move = (event, links, at) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const next = at + step < 0 ? box : links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  list.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    move(event, links, links.indexOf(document.activeElement));
  });
  box.addEventListener("keydown", (event) => event.key === "ArrowDown" && move(event, [...list.querySelectorAll("a")], -1));

  const asked = new URLSearchParams(location.search);
  for (const name of facets) for (const value of asked.getAll(name)) chosen[name].add(value);
  box.value = asked.get("q") || "";
  if (box.value) ask();
})();
