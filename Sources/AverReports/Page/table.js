// The table: rows are made as they are needed, since thousands at once are slow to lay out.
const rowsAtOnce = 200;
const columns = [
  { name: "Type", key: (claim) => claim.type, cell: (claim) => claim.type.replaceAll("_", " ") },
  { name: "Claim", key: (claim) => claim.title, cell: (claim) => claim.title, kind: "wide" },
  { name: "Status", key: statusOf, cell: (claim) => element("span", { class: "status status-" + kindOfStatus(claim) }, statusOf(claim).replaceAll("_", " ")) },
  { name: "Amount", key: (claim) => (claim.amount ? claim.amount.low : -1), cell: (claim) => (claim.amount ? compact(claim.amount) : ""), kind: "number" },
  { name: "Date", key: (claim) => claim.start || "", cell: (claim) => claim.when || "" },
  { name: "Source", key: (claim) => claim.document.site || claim.document.id, cell: (claim) => shortened(claim.document.site || claim.document.id, 40), kind: "source" },
];
const order = { column: -1, isDown: false };
let ordered = claims;
let rowCount = 0;
const rowOfClaim = new Map();

function kindOfStatus(claim) {
  if (claim.polarity === "negated" || claim.status === "ended") return "no";
  return claim.status === "completed" ? "yes" : "maybe";
}

/// An amount in few signs: ≈ 3.4 bn USD.
function compact(amount) {
  const scales = [[1e12, " tn"], [1e9, " bn"], [1e6, " m"], [1, ""]];
  const number = (value) => {
    const [size, name] = scales.find(([size]) => Math.abs(value) >= size) || [1, ""];
    return String(Number((value / size).toPrecision(4))) + name;
  };
  const sign = { approximately: "≈ ", more_than: "> ", at_least: "≥ ", less_than: "< ", at_most: "≤ " }[amount.bound] || "";
  const range = amount.low === amount.high ? number(amount.low) : number(amount.low) + " – " + number(amount.high);
  return element("span", { title: visible(amount.shown) }, sign + range + " " + amount.currency);
}

function buildTable() {
  const headings = columns.map((column, number) => element("th", { scope: "col", "aria-sort": "none" },
    element("button", { type: "button", click: () => sortBy(number) }, column.name)));
  document.getElementById("table").append(
    element("table", { id: "claims" },
      element("caption", { class: "quiet" }, "Claims. Enter shows a claim in its article; arrow keys move; / searches."),
      element("thead", {}, element("tr", {}, headings)), element("tbody", { id: "rows" })),
    element("button", { type: "button", id: "more", click: () => addRows(rowsAtOnce) }, "Show more"));
  document.getElementById("rows").addEventListener("keydown", moveInTable);
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) addRows(rowsAtOnce);
  }).observe(document.getElementById("more"));
  whenChanged((what) => {
    if (what === "filters") fillTable();
    if (what === "claim") markRow();
  });
}

function sortBy(number) {
  order.isDown = order.column === number ? !order.isDown : false;
  order.column = number;
  document.querySelectorAll("#claims th").forEach((heading, position) =>
    heading.setAttribute("aria-sort", position !== number ? "none" : order.isDown ? "descending" : "ascending"));
  fillTable();
}

function fillTable() {
  ordered = state.shown;
  if (order.column >= 0) {
    const key = columns[order.column].key;
    const sign = order.isDown ? -1 : 1;
    ordered = [...state.shown].sort((left, right) => {
      const a = key(left), b = key(right);
      return a < b ? -sign : a > b ? sign : left.number - right.number;
    });
  }
  document.getElementById("rows").replaceChildren();
  rowOfClaim.clear();
  rowCount = 0;
  addRows(rowsAtOnce);
}

function addRows(count) {
  const rows = ordered.slice(rowCount, rowCount + count).map((claim) => {
    const row = element("tr", { tabindex: rowOfClaim.size === 0 ? 0 : -1, "aria-selected": "false", click: () => choose(claim) },
      columns.map((column) => element("td", { class: column.kind }, column.cell(claim))));
    row.claim = claim;
    rowOfClaim.set(claim, row);
    return row;
  });
  rowCount += rows.length;
  document.getElementById("rows").append(...rows);
  document.getElementById("more").hidden = rowCount >= ordered.length;
  markRow();
}

function choose(claim) {
  select(claim);
  writeAddress();
}

function markRow() {
  for (const row of document.querySelectorAll("#rows [aria-selected=true]")) row.setAttribute("aria-selected", "false");
  const row = rowOfClaim.get(state.claim);
  if (!row) return;
  row.setAttribute("aria-selected", "true");
  if (!row.contains(document.activeElement)) row.scrollIntoView({ block: "nearest" });
}

function moveInTable(event) {
  const row = event.target.closest("tr");
  if (!row || !row.claim) return;
  const next = { ArrowDown: row.nextElementSibling, j: row.nextElementSibling, ArrowUp: row.previousElementSibling, k: row.previousElementSibling }[event.key];
  if (event.key === "Enter" || event.key === " ") choose(row.claim);
  else if (next) {
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  } else return;
  event.preventDefault();
}
