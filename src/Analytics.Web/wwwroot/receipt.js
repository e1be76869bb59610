// Adds to the receipt what needs the browser: buttons to copy and to print, and its own memory, where the key is kept only if the worker ticks that, and can be taken out again.
"use strict";

(() => {
  const tools = document.querySelector("[data-tools]");
  if (!tools)
    return;
  const copy = tools.querySelector("[data-copy]");
  if (navigator.clipboard)
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.querySelector("[data-key]").dataset.key);
      copy.textContent = copy.dataset.done;
    });
  else
    copy.remove();
  tools.querySelector("[data-print]").addEventListener("click", () => window.print());
  tools.hidden = false;
})();

(() => {
  const place = "perjam-key";
  let memory;
  try {
    memory = window.localStorage;
    memory.getItem(place);
  } catch {
    return;
  }

  const keep = document.querySelector("[data-keep]");
  if (keep) {
    const key = document.querySelector("[data-key]").dataset.key;
    const box = keep.querySelector("input");
    box.checked = memory.getItem(place) === key;
    box.addEventListener("change", () => box.checked ? memory.setItem(place, key) : memory.removeItem(place));
    keep.hidden = false;
  }

  const forget = document.querySelector("[data-forget]");
  if (forget && memory.getItem(place) === forget.dataset.key) {
    forget.hidden = false;
    forget.querySelector("button").addEventListener("click", () => { memory.removeItem(place); forget.hidden = true; });
  }

  const field = document.querySelector("[data-remembered]");
  if (field && field.value === "" && memory.getItem(place))
    field.value = memory.getItem(place);
})();
