// What makes a material handier to take along and to answer; the page works without. Words come from the layout.
(() => {
  "use strict";

  // A text of the page as a file. A link to what the browser made itself asks nobody for anything.
  const save = (text, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  for (const button of document.querySelectorAll("[data-saves]")) {
    button.addEventListener("click", () => {
      save(document.getElementById(button.dataset.saves).textContent, button.dataset.file);
    });
    button.hidden = false;
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
    button.hidden = false;
  }
})();
