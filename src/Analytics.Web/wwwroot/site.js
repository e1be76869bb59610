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
    return form.getAttribute("action") + (search ? "?" + search : "");
  };

  // What depends on the choice: the answer, what the form says of itself, the title, the other languages.
  const take = page => {
    answer().replaceWith(page.getElementById(form.dataset.applies));
    document.title = page.title;
    for (const part of ["nav.languages", "link[rel=canonical]"]) {
      const [here, there] = [document.querySelector(part), page.querySelector(part)];
      if (here && there)
        here.replaceWith(there);
    }
    const fresh = page.querySelector("form[data-applies]");
    form.querySelectorAll(".picks-said").forEach((said, i) => { said.textContent = fresh.querySelectorAll(".picks-said")[i].textContent; });
    // A choice may bring another: a country its provinces.
    const names = f => [...f.querySelectorAll("select")].map(s => s.name).join();
    if (names(form) !== names(fresh)) {
      const focused = document.activeElement && document.activeElement.name;
      form.replaceChildren(...fresh.childNodes);
      if (focused && form.elements[focused] && form.elements[focused].focus)
        form.elements[focused].focus();
    }
  };

  const show = async (address, keep) => {
    const mine = ++asked;
    answer().classList.add("is-working");
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      if (!response.ok)
        throw new Error(response.status);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (mine !== asked)
        return;
      if (keep)
        history.pushState(null, "", address);
      shown = location.pathname + location.search;
      take(page);
      if (status)
        status.textContent = status.dataset.status;
    } catch {
      // Without an answer here the browser asks itself, and shows what is wrong.
      if (mine === asked)
        location.assign(address);
    }
  };

  form.addEventListener("change", () => {
    if (form.checkValidity())
      show(addressOf(), true);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    show(addressOf(), true);
  });
  // Back to another choice; a jump within the page is none.
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown)
      location.reload();
  });
})();
