// The campaign matrix by keyboard: arrows move from cell to cell, Enter opens what is in one,
// x chooses its row. Without this script Tab reaches the same links, boxes and details.
const KEPT = "tecum.single-keys";
const BY = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

for (const table of document.querySelectorAll("table[data-matrix]")) {
  const rows = () => [...table.tBodies[0].rows];
  const first = rows()[0]?.cells[0];
  if (first) first.tabIndex = 0;

  const go = (cell) => {
    for (const held of table.querySelectorAll("[tabindex='0']")) held.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td, th");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = cell.parentElement;
    const by = BY[event.key];
    if (by) {
      const next = rows()[rows().indexOf(row) + by[0]]?.cells[cell.cellIndex + by[1]];
      if (next) go(next);
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === cell) {
      const details = cell.querySelector("details");
      if (details) details.open = !details.open;
      else cell.querySelector("a[href]")?.click();
      event.preventDefault();
    } else if (event.key === "x" && localStorage.getItem(KEPT) !== "off") {
      row.querySelector("input[type=checkbox]")?.click();
      event.preventDefault();
    }
  });
}
