// Adds to what works without it: a changed choice is applied without loading the whole page. Forms that may: <form data-applies="id of the answer">.
"use strict";

(() => {
  const form = document.querySelector("form[data-applies]");
  if (!form || !window.fetch || !window.DOMParser)
    return;
  const answer = () => document.getElementById(form.dataset.applies);
  const status = document.querySelector("[data-status]");
  let asked = 0;
  let shown = location.pathname + location.search;

  const addressOf = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value !== "")
        query.append(name, value);
    }
    const search = query.toString();
    return form.getAttribute("action").split("#")[0] + (search ? "?" + search : "");
  };

  // What depends on the choice: the answer, what the form says of itself, the title, the other languages.
  const take = (page, back) => {
    answer().replaceWith(page.getElementById(form.dataset.applies));
    document.title = page.title;
    for (const part of ["nav.languages", "link[rel=canonical]", "link[rel=alternate][hreflang]", "meta[property='og:url']"]) {
      const there = page.querySelectorAll(part);
      document.querySelectorAll(part).forEach((here, i) => { if (there[i]) here.replaceWith(there[i]); });
    }
    const fresh = page.querySelector("form[data-applies]");
    if (back) {
      form.replaceChildren(...fresh.childNodes);
      return;
    }
    form.querySelectorAll(".picks-said").forEach((said, i) => { said.textContent = fresh.querySelectorAll(".picks-said")[i].textContent; });
    // A choice may bring another: a country its provinces.
    const choices = f => [...f.querySelectorAll("select")].map(s => [s.name, ...[...s.options].map(o => o.value)].join()).join(";");
    if (choices(form) !== choices(fresh)) {
      const focused = document.activeElement && document.activeElement.name;
      const typed = [...form.querySelectorAll("input:not([type=checkbox]):not([type=hidden])")].map(input => [input.name, input.value]);
      form.replaceChildren(...fresh.childNodes);
      for (const [name, value] of typed)
        form.elements[name].value = value;
      if (focused && form.elements[focused] && form.elements[focused].focus)
        form.elements[focused].focus();
    }
  };

  const show = async (address, back) => {
    const mine = ++asked;
    answer().classList.add("is-working");
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      if (!response.ok)
        throw new Error(response.status);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (mine !== asked)
        return;
      if (!back && address !== shown)
        history.pushState(null, "", address);
      shown = location.pathname + location.search;
      take(page, back);
      if (status)
        status.textContent = status.dataset.status;
    } catch {
      // Without an answer here the browser asks itself, and shows what is wrong.
      if (mine === asked)
        location.assign(address);
    }
  };

  form.addEventListener("change", () => {
    if (form.reportValidity())
      show(addressOf(), false);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    show(addressOf(), false);
  });
  // Back to another choice, which the form shows too; a jump within the page is none.
  addEventListener("popstate", () => {
    const address = location.pathname + location.search;
    if (address !== shown)
      show(address, true);
  });
})();

// A button that copies what it stands beside; without a clipboard it is not shown.
(() => {
  if (!navigator.clipboard)
    return;
  for (const tools of document.querySelectorAll("[data-copies]")) {
    const button = tools.querySelector("[data-copy]");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
    });
    tools.hidden = false;
  }
})();
