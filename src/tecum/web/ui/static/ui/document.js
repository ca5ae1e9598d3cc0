// Keys of a public document's proposals: a accept, e edit, r reject, s same event as.
// They act on the proposal that has the focus, and on no other; each has a button or a field.
const KEPT = "tecum.single-keys";

function press(key) {
  const card = document.activeElement?.closest("[data-proposal]");
  const one = card?.querySelector(`[data-press="${key}"]`);
  if (!one) return false;
  if (one.matches("select")) one.focus();
  else one.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || localStorage.getItem(KEPT) === "off") return;
  if (event.target.closest("input, textarea, select, dialog")) return;
  if (/^[aers]$/.test(event.key) && press(event.key)) event.preventDefault();
}, true);

// After a decision the address names the proposal that follows: it has the focus, once the
// browser has gone to its place.
const next = location.hash ? document.getElementById(location.hash.slice(1)) : null;
if (next?.matches("[data-proposal]")) {
  addEventListener("load", () => setTimeout(() => next.querySelector("a")?.focus(), 0));
}
