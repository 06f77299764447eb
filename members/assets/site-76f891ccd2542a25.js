// What makes pages handier; each works without. Words come from the layout.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, parent = document) => [...parent.querySelectorAll(selector)];

  // The panel for weak sight: attributes of <html>, remembered.
  const names = ["size", "spacing", "colors", "pictures"];
  const panel = document.querySelector(".panel");

  const describePictures = () => {
    if (root.dataset.pictures !== "off") return;
    for (const image of all("main img[alt]:not([alt=''], [data-described])")) {
      const words = document.createElement("span");
      words.className = "picture-words";
      words.textContent = image.alt;
      image.dataset.described = "";
      image.after(words);
    }
  };

  const showChoice = () => {
    for (const field of all("input", panel)) {
      field.checked = field.value === (root.dataset[field.name.slice("opyt_".length)] || "");
    }
    describePictures();
  };

  const choose = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  };

  const remember = () => {
    try {
      localStorage.setItem("opyt.view", JSON.stringify(Object.fromEntries(names.map((name) => [name, root.dataset[name]]))));
      // Applied where the page's head does it, the browser's own parts too.
      dispatchEvent(new StorageEvent("storage"));
    } catch {
      // No storage: it lasts as long as the page.
      showChoice();
    }
  };

  if (panel) {
    showChoice();
    panel.addEventListener("change", ({ target }) => {
      choose(target.name.slice("opyt_".length), target.value);
      remember();
    });
    panel.querySelector("button").addEventListener("click", () => {
      for (const name of names) choose(name, "");
      remember();
    });
    addEventListener("storage", showChoice);
    addEventListener("pageshow", showChoice);
  }

  // A page may be read long after it was built: what was to come then is shown as over once it is.
  const isOver = (moment) => Date.parse(moment) <= Date.now();
  for (const element of all("[data-until]")) element.hidden = isOver(element.dataset.until);
  for (const element of all("[data-from]")) {
    element.hidden = !isOver(element.dataset.from);
    element.closest(".card")?.classList.toggle("over", !element.hidden);
  }
  for (const section of all("[data-upcoming]")) {
    const over = all(".card.over", section);
    for (const card of over) {
      card.parentElement.append(card);
      card.hidden = section.dataset.upcoming === "only";
    }
    section.hidden = over.length > 0 && all(".card:not([hidden])", section).length === 0;
  }

  // An open group of the menu that lies over the page goes with the reader's attention.
  const groups = all(".menu .group");
  const lies = (group) => group.open && getComputedStyle(group.lastElementChild).position === "absolute";
  const fold = (kept) => {
    for (const group of groups) if (group !== kept && lies(group)) group.open = false;
  };
  if (groups.length) {
    addEventListener("click", ({ target }) => fold(target.closest(".group")));
    addEventListener("focusin", ({ target }) => fold(target.closest(".group")));
    addEventListener("keydown", ({ key }) => {
      const open = key === "Escape" && document.activeElement.closest(".group[open]");
      if (!open) return;
      fold();
      open.querySelector("summary").focus();
    });
  }

  // A button beside everything that is there to be copied.
  const pattern = document.getElementById("opyt_copy");
  const copy = async (element) => {
    try {
      await navigator.clipboard.writeText(element.innerText.trim());
    } catch {
      getSelection().selectAllChildren(element);
      document.execCommand("copy");
    }
  };
  for (const element of pattern ? all("[data-copy]") : []) {
    const tools = pattern.content.cloneNode(true);
    const status = tools.querySelector("[role=status]");
    tools.querySelector("button").addEventListener("click", async () => {
      await copy(element);
      status.textContent = pattern.dataset.done;
      setTimeout(() => (status.textContent = ""), 4000);
    });
    element.after(tools);
  }

  // A jump into what is folded away unfolds it, where the browser does not do so itself.
  const named = (hash) => hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  const reveal = () => {
    const target = named(location.hash);
    const folded = target && target.closest("details:not([open])");
    if (!folded || folded.querySelector(":scope > summary").contains(target)) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // With its solution, a case's contents open.
  for (const solution of all(".solution")) {
    const show = () => solution.closest(".material")?.classList.toggle("solved", solution.open);
    solution.addEventListener("toggle", show);
    show();
  }

  // The contents show where the reader is: at the heading just jumped to, as long as the page stays there, else at the
  // last one that has passed the window's upper third; towards the page's end, at the last one seen.
  const entries = new Map();
  for (const link of all(".contents a[href^='#']")) {
    const heading = named(link.hash);
    if (heading) entries.set(heading, link);
  }
  if (entries.size) {
    let jump = {};
    let marked;
    const find = () => {
      if (jump.heading && Math.abs(scrollY - jump.at) < 2) return entries.get(jump.heading);
      const below = root.scrollHeight - scrollY - innerHeight;
      const limit = Math.max(innerHeight / 3, innerHeight - below);
      let current;
      for (const [heading, link] of entries) {
        // What is folded away has no place.
        const [box] = heading.getClientRects();
        if (box && box.top < limit) current = link;
      }
      return current;
    };
    const mark = () => {
      const current = find();
      if (current === marked) return;
      marked?.removeAttribute("aria-current");
      current?.setAttribute("aria-current", "location");
      marked = current;
      // The list beside the text scrolls along.
      const list = current?.closest(".contents");
      if (list && list.scrollHeight > list.clientHeight) {
        list.scrollTop = current.offsetTop - list.clientHeight / 2;
      }
    };
    let waits = false;
    const markSoon = () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        mark();
      });
    };
    const land = () => {
      const heading = named(location.hash);
      jump = entries.has(heading) ? { heading, at: scrollY } : {};
      markSoon();
    };
    addEventListener("scroll", markSoon, { passive: true });
    addEventListener("resize", markSoon);
    addEventListener("toggle", markSoon, true);
    addEventListener("hashchange", land);
    // The place where a page opens is reached when its pictures have their sizes.
    addEventListener("load", land);
    for (const link of entries.values()) link.addEventListener("click", () => requestAnimationFrame(land));
    land();
  }

  // Paper shows what is folded away.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("main details:not([open])");
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });
})();
