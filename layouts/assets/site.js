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

  // The contents show where the reader is: the last heading that has passed the window's upper third.
  const entries = new Map();
  for (const link of all(".contents a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) entries.set(heading, link);
  }
  if (entries.size) {
    const mark = () => {
      let current;
      for (const [heading, link] of entries) {
        link.removeAttribute("aria-current");
        if (heading.getBoundingClientRect().top < innerHeight / 3) current = link;
      }
      current?.setAttribute("aria-current", "location");
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const heading of entries.keys()) observer.observe(heading);
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
