// The page view: the words behind a focused field are outlined on the paper and brought into view.
// Single keys work only while a field or the paper has the focus, and can be switched off.
const rows = [...document.querySelectorAll("[data-spans]")];
const paper = document.querySelector("[data-paper]");
const list = document.querySelector("[data-fields]");
const keys = document.querySelector("[data-keys]");
const single = document.querySelector("[data-single-keys]");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
const open = () => rows.filter((row) => row.offsetParent !== null);
const marks = (ids) => ids.split(" ").filter(Boolean).flatMap((id) => [...document.querySelectorAll(`[data-span~="${CSS.escape(id)}"]`)]);

function label(mark, text) {
  const page = mark.ownerSVGElement;
  if (!page) return;
  const size = page.viewBox.baseVal.width / 78;
  const x = Math.max(4, mark.x.baseVal.value);
  const words = document.createElementNS("http://www.w3.org/2000/svg", "text");
  words.classList.add("span-label");
  words.setAttribute("font-size", size);
  words.setAttribute("x", x);
  words.setAttribute("y", mark.y.baseVal.value - 2);
  words.textContent = text;
  page.append(words);
}

function bring(mark) {
  const at = mark.getBoundingClientRect();
  const view = paper.getBoundingClientRect();
  if (at.top >= view.top + 40 && at.bottom <= view.bottom - 40) return;
  paper.scrollBy({ top: at.top - view.top - view.height / 3, behavior: calm });
}

function show(row, follow) {
  for (const old of document.querySelectorAll(".is-focused")) old.classList.remove("is-focused");
  for (const old of document.querySelectorAll(".span-label")) old.remove();
  row.classList.add("is-focused");
  const found = marks(row.dataset.spans);
  for (const mark of found) mark.classList.add("is-focused");
  if (!found.length) return;
  label(found[0], row.dataset.name.toLowerCase());
  if (follow && paper) bring(found[0]);
}

for (const row of rows) row.addEventListener("focusin", () => show(row, true));

for (const mark of document.querySelectorAll("[data-span]")) {
  mark.addEventListener("click", () => {
    const row = rows.find((one) => one.dataset.spans.split(" ").some((id) => mark.dataset.span.split(" ").includes(id)));
    row?.closest("details:not([open])")?.setAttribute("open", "");
    row?.focus();
  });
}

function turn(by) {
  const pages = [...paper.querySelectorAll("figure")];
  const top = paper.getBoundingClientRect().top;
  const here = pages.findLastIndex((page) => page.getBoundingClientRect().top - top < 60);
  pages[Math.min(Math.max(here + by, 0), pages.length - 1)]?.scrollIntoView({ behavior: calm, block: "start" });
}

function correct(row) {
  const form = row.querySelector("[data-correct]");
  if (!form) return;
  form.open = true;
  form.querySelector("select, input:not([type=hidden])")?.focus();
}

function unknown(row) {
  const choice = row.querySelector('[data-correct] input[value="unknown"]');
  if (!choice) return;
  choice.checked = true;
  choice.form.requestSubmit();
}

function go(row, by) {
  const all = open();
  const next = all[all.indexOf(row) + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const acts = {
  Enter: (row) => { const form = row.querySelector("[data-confirm]"); if (form) form.requestSubmit(); else go(row, 1); },
  e: correct,
  u: unknown,
  j: (row) => go(row, 1),
  k: (row) => go(row, -1),
};

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat && event.key === "Enter") return;
  const on = event.target;
  if (on.closest("input, textarea, select, a, button, summary")) return;
  const row = on.closest("[data-spans]");
  if (!row && !on.closest("[data-paper], .said, h1") && on !== document.body) return;
  if (event.key !== "Enter" && single && !single.checked) return;
  const focused = row ?? list?.querySelector(".is-focused");
  if (row && event.key in acts) acts[event.key](row);
  else if (!row && event.key === "j") focused?.focus();
  else if (event.key === "[" || event.key === "]") turn(event.key === "]" ? 1 : -1);
  else if (event.key === "?" && keys) keys.open = !keys.open;
  else return;
  event.preventDefault();
});

const kept = "tecum.single-keys";
if (single) {
  single.checked = localStorage.getItem(kept) !== "off";
  single.addEventListener("change", () => localStorage.setItem(kept, single.checked ? "on" : "off"));
}

const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target?.dataset.spans !== undefined) {
  target.closest("details:not([open])")?.setAttribute("open", "");
  target.focus();
} else { const first = list?.querySelector(".is-focused"); if (first) show(first, false); }
