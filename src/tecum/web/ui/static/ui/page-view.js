// The page view: the words behind a focused field are outlined on the page and brought into view.
const fields = document.querySelectorAll("[data-spans]");
const marks = (ids) => ids.split(" ").filter(Boolean).flatMap((id) => [...document.querySelectorAll(`[data-span="${CSS.escape(id)}"]`)]);

function show(field) {
  for (const old of document.querySelectorAll(".is-focused")) old.classList.remove("is-focused");
  field.classList.add("is-focused");
  const found = marks(field.dataset.spans);
  for (const mark of found) mark.classList.add("is-focused");
  const first = found[0];
  const paper = first?.closest(".paper");
  if (!first || !paper) return;
  const at = first.getBoundingClientRect();
  const view = paper.getBoundingClientRect();
  if (at.top < view.top + 40 || at.bottom > view.bottom - 40) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    paper.scrollBy({ top: at.top - view.top - view.height / 3, behavior: calm ? "auto" : "smooth" });
  }
}

for (const field of fields) {
  field.addEventListener("focusin", () => show(field));
  field.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(field); });
}

for (const mark of document.querySelectorAll("[data-span]")) {
  mark.addEventListener("click", () => {
    const field = [...fields].find((one) => one.dataset.spans.split(" ").includes(mark.dataset.span));
    const target = field?.querySelector("a, button, input, select, textarea, summary") ?? field;
    target?.focus();
    field?.scrollIntoView({ block: "center" });
  });
}

const target = document.getElementById(location.hash.slice(1));
if (target?.dataset.spans !== undefined) show(target);

// Single keys, off while somebody types: j and k move between fields, Enter opens the form of one.
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  if (event.key !== "j" && event.key !== "k") return;
  const list = [...fields].filter((field) => field.tabIndex >= 0);
  const here = list.findIndex((field) => field.contains(document.activeElement));
  const next = list[here + (event.key === "j" ? 1 : -1)];
  if (next) { next.focus(); event.preventDefault(); }
});
