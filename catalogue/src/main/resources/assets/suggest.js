// Offers titles and authors for what is typed in the search box. The page works without it.
"use strict";
(() => {
  const box = document.getElementById("q");
  const list = document.getElementById("suggestions");
  let waiting;
  let asked = "";
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const typed = box.value.trim();
      if (typed.length < 2 || typed === asked) {
        return;
      }
      asked = typed;
      const answer = await fetch("/api/suggest?q=" + encodeURIComponent(typed));
      if (!answer.ok || typed !== box.value.trim()) {
        return;
      }
      list.replaceChildren(...(await answer.json()).map(suggestion => {
        const option = document.createElement("option");
        option.value = suggestion.text;
        return option;
      }));
    }, 150);
  });
})();
