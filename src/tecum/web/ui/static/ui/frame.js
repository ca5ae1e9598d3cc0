// The jump box (Ctrl or Command and K), "/" for search, j and k along the rows of a list.
// Everything here has a link or a form that does the same; single keys can be switched off.
const KEPT = "tecum.single-keys";
const LIST = "tecum.list";
const box = document.querySelector("dialog.jump");
const input = box?.querySelector("input[type=search]");
const list = box?.querySelector(".jumps");
const single = box?.querySelector("[data-single-keys-all]");
let asked = 0;

function offer(rows) {
  list.replaceChildren(...rows.map((row) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const what = document.createElement("span");
    link.href = row.url;
    link.textContent = row.name;
    what.textContent = row.what;
    what.className = "small";
    item.append(link, " ", what);
    return item;
  }));
}

async function look() {
  const turn = ++asked;
  const answer = await fetch(`${box.dataset.jump}?q=${encodeURIComponent(input.value)}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { rows } = await answer.json();
  // Whoever has gone on into the rows keeps those that are there.
  if (turn === asked && !list.contains(document.activeElement)) offer(rows);
}

if (box) {
  let pause;
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(look, 120); });
  box.addEventListener("keydown", (event) => {
    // Escape in a search field only empties it; here it closes the box.
    if (event.key === "Escape") { box.close(); event.preventDefault(); return; }
    const stops = [input, ...list.querySelectorAll("a")];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
    event.preventDefault();
  });
  single.checked = localStorage.getItem(KEPT) !== "off";
  single.addEventListener("change", () => localStorage.setItem(KEPT, single.checked ? "on" : "off"));
}

// On a narrow screen the main places stand in one row that is pushed: the place that is open is in sight.
const here = document.querySelector(".nav [aria-current=page]");
const places = here?.closest(".nav");
if (places && places.scrollWidth > places.clientWidth) {
  const [row, one] = [places, here].map((box) => box.getBoundingClientRect());
  places.scrollLeft += one.left - row.left - (row.width - one.width) / 2;
}

// A refused form leads back to its first field, and a named field is opened and has the focus.
// The page after a form begins where it leads to, else at its heading, where nothing has the focus.
const SENT = "tecum.sent";
document.addEventListener("submit", ({ target: form }) => {
  if (form.method !== "post") return;
  sessionStorage.setItem(SENT, "yes");
  const first = [...form.elements].find((one) => one.id && one.matches("input:not([type=hidden]), select, textarea"));
  if (!first || form.elements.namedItem("from_field")) return;
  const where = document.createElement("input");
  where.type = "hidden";
  where.name = "from_field";
  where.value = first.id;
  form.append(where);
});
const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (aim?.matches("main :is(input, select, textarea)")) {
  aim.closest("details")?.setAttribute("open", "");
  aim.focus();
}
if (sessionStorage.getItem(SENT)) {
  sessionStorage.removeItem(SENT);
  addEventListener("load", () => setTimeout(() => {
    const told = aim ?? document.querySelector("main [autofocus]") ?? document.querySelector("main h1");
    if (!told || document.activeElement !== document.body) return;
    told.focus();
    if (document.activeElement === told) return;
    told.tabIndex = -1;
    told.focus();
  }, 0));
}

// On a narrow screen the places stand in a row that scrolls; the one that is open is brought in sight.
document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

const rows = () => [...document.querySelectorAll("[data-rows] tbody tr, [data-rows] > li")].filter((row) => row.querySelector("a[href]"));
const linkOf = (row) => row.querySelector("a[href]");

function go(by) {
  const all = rows();
  if (all.length) {
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    linkOf(next).focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }
  return along(by);
}

// From an opened row on to the next one of the list that it was opened from.
function along(by) {
  const kept = JSON.parse(sessionStorage.getItem(LIST) ?? "[]");
  const at = kept.findIndex((path) => location.pathname === path || location.pathname.startsWith(`${path}/`));
  const next = at < 0 ? undefined : kept[at + by];
  if (next) location.assign(next);
  return Boolean(next);
}

if (rows().length) sessionStorage.setItem(LIST, JSON.stringify(rows().map((row) => new URL(linkOf(row).href).pathname)));

// Keys of one page: data-key names a link to follow or a form to unfold, data-next what to go to next.
function press(key) {
  const one = document.querySelector(`main [data-key="${key}"]`);
  if (one?.href) { location.assign(one.href); return true; }
  if (one) {
    one.open = true;
    one.querySelector("select, input:not([type=hidden]), textarea")?.focus();
    return true;
  }
  const all = [...document.querySelectorAll(`main [data-next="${key}"]`)];
  const next = all[(all.findIndex((row) => row.contains(document.activeElement)) + 1) % (all.length || 1)];
  next?.focus();
  return Boolean(next);
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k" && box) {
    event.preventDefault();
    if (box.open) box.close();
    else { box.showModal(); input.select(); }
    return;
  }
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || box?.open) return;
  if (localStorage.getItem(KEPT) === "off" || event.target.closest("input, textarea, select, [contenteditable]")) return;
  // The fields and the paper of a demand have keys of their own, all but these two.
  if (event.key !== "J" && event.key !== "K" && event.target.closest("[data-spans], [data-paper]")) return;
  let done = false;
  if (event.key === "/") {
    const here = document.querySelector("main input[type=search]");
    done = Boolean(here ?? box);
    if (here) here.focus();
    else if (box) { box.showModal(); input.select(); }
  } else if (event.key === "j" || event.key === "k") done = !document.querySelector("[data-spans]") && go(event.key === "j" ? 1 : -1);
  else if (event.key === "J" || event.key === "K") done = along(event.key === "J" ? 1 : -1);
  else if (/^[a-z]$/.test(event.key)) done = press(event.key);
  else if (event.key === "?" && box && !document.querySelector("[data-keys]")) { box.showModal(); single.focus(); done = true; }
  if (done) event.preventDefault();
});
