// Adds to the form of a report: what it comes to an hour, while it is filled in, and the key that this browser was asked to keep.
// The arithmetic is that of Models/Hourly, the numbers are read as Pages/Reports/TypedNumber does; a test holds them against each other.
"use strict";

(() => {
  const form = document.querySelector("form[data-report]");
  if (!form)
    return;
  const live = form.querySelector("[data-live]");
  const indonesian = form.dataset.language === "id";
  const field = name => form.elements[name].value;

  const isGrouped = (whole, decimalSign) => {
    const signs = [...new Set(whole.replace(/\d/g, ""))];
    if (signs.length === 0)
      return true;
    const parts = whole.split(signs[0]);
    return signs.length === 1 && signs[0] !== decimalSign && /^\d{1,3}$/.test(parts[0]) && parts.slice(1).every(part => part.length === 3);
  };

  // The number that was typed; null where there is none, or where it is no number.
  const read = name => {
    const text = field(name).replace(/\s/g, "");
    const digits = text.replace(/[.,]/g, "");
    if (!/^\d{1,18}$/.test(digits))
      return null;
    const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
    if (last < 0)
      return Number(text);
    const [points, commas] = [text.split(".").length - 1, text.split(",").length - 1];
    const isDecimal = (points > 0 && commas > 0) || (points + commas === 1 && (text.length - last - 1 !== 3 || text[last] !== (indonesian ? "." : ",")));
    const whole = isDecimal ? text.slice(0, last) : text;
    if (!isGrouped(whole, isDecimal ? text[last] : null))
      return null;
    return Number("0" + whole.replace(/\D/g, "") + (isDecimal ? "." + text.slice(last + 1) : ""));
  };

  const time = (hours, minutes) => {
    const [h, m] = [read(hours), read(minutes)];
    return h === null && m === null ? null : (h ?? 0) + (m ?? 0) / 60;
  };

  const rate = () => {
    const pay = read("amount");
    const hours = field("unit") === "hour" ? 1 : time("hours", "minutes");
    if (!pay || !hours)
      return null;
    const costs = read("costs") ?? 0;
    const choice = field("unpaid");
    const unpaid = time("unpaidHours", "unpaidMinutes") ?? (choice === "" ? null : hours * Number(choice) / 60);
    const factor = Number(form.elements.task.selectedOptions[0].dataset.factor || 0);
    const paid = pay / hours;
    if (unpaid !== null)
      return { paid, allIn: (pay - costs) / (hours + unpaid), said: "both" };
    return factor ? { paid, allIn: (paid - costs / hours) * factor, said: "assumed" } : { paid, said: "paid" };
  };

  // As Text/FigureText writes money.
  const signs = { USD: "$", EUR: "€", GBP: "£", IDR: "Rp\u00a0" };
  const money = amount => {
    const currency = field("currency");
    const size = Math.abs(amount);
    const decimals = ["IDR", "JPY", "KRW", "VND"].includes(currency) && size >= 10 ? 0
      : size >= 1000 ? 0 : size >= 0.1 || size === 0 ? 2 : size >= 0.01 ? 3 : size >= 0.001 ? 4 : 6;
    const rounded = Math.round(Number((size * 10 ** decimals).toPrecision(13))) / 10 ** decimals;
    const digits = rounded.toLocaleString(indonesian ? "id-ID" : "en-US", { minimumFractionDigits: rounded === Math.trunc(rounded) ? 0 : decimals, maximumFractionDigits: decimals });
    return (amount < 0 && rounded !== 0 ? "−" : "") + (signs[currency] ?? currency + "\u00a0") + digits;
  };

  const show = () => {
    const now = rate();
    live.textContent = now === null ? "" : live.dataset[now.said].replace("{paid}", money(now.paid)).replace("{allIn}", now.allIn === undefined ? "" : money(now.allIn));
  };

  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();

  try {
    const kept = window.localStorage.getItem("perjam-key");
    if (kept && form.elements.key && form.elements.key.value === "")
      form.elements.key.value = kept;
  } catch {
    // A browser without memory: the key is typed in.
  }
})();
