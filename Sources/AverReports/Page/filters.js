// The form above the views. All its values stand in the address, so that a view can be sent on.
const filterNames = ["text", "type", "status", "party", "least", "most", "from", "to"];
const fields = {};

function field(name, label, control) {
  fields[name] = control;
  control.setAttribute("id", "filter-" + name);
  return element("label", { for: "filter-" + name, class: "field field-" + name }, element("span", {}, label), control);
}

function choice(name, label, values) {
  const options = counted(values).map(([value, count]) => element("option", { value }, value.replaceAll("_", " ") + " (" + count + ")"));
  return field(name, label, element("select", {}, element("option", { value: "" }, "all"), options));
}

function buildFilters() {
  const names = counted(claims.flatMap((claim) => [...new Set(claim.parties.map((party) => party.name))]));
  const list = element("datalist", { id: "party-names" }, names.slice(0, 500).map(([name]) => element("option", { value: visible(name) })));
  const form = document.getElementById("filters");
  form.append(
    field("text", "Search", element("input", { type: "search", autocomplete: "off", placeholder: "words, names ( / )" })),
    choice("type", "Type", claims.map((claim) => claim.type)),
    choice("status", "Status", claims.map(statusOf)),
    field("party", "Party", element("input", { type: "text", list: "party-names", autocomplete: "off" })), list,
    field("least", "Amount from", element("input", { type: "text", inputmode: "decimal", size: 8, placeholder: "1e9, 5m" })),
    field("most", "to", element("input", { type: "text", inputmode: "decimal", size: 8 })),
    field("from", "Date from", element("input", { type: "text", size: 10, placeholder: "2024-01-31" })),
    field("to", "to", element("input", { type: "text", size: 10, placeholder: "2025" })),
    element("button", { type: "button", id: "clear", click: clearFilters }, "Clear"));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    applyFilters();
    writeAddress();
  });
}

function statusOf(claim) {
  return claim.polarity === "negated" ? "not " + claim.status : claim.status;
}

function clearFilters() {
  for (const name of filterNames) fields[name].value = "";
  applyFilters();
  writeAddress();
  fields.text.focus();
}

/// A number such as 2500000, 1e9, 3.4bn or 5 m; null if it is none.
function amountOf(text) {
  const found = /^\s*([0-9.,]+(?:e[0-9]+)?)\s*(k|m|mn|bn|b|tn)?\s*$/i.exec(text);
  if (!found) return null;
  const scale = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 }[(found[2] || "").toLowerCase()] || 1;
  const number = Number(found[1].replaceAll(",", ""));
  return Number.isFinite(number) ? number * scale : null;
}

function applyFilters() {
  const value = Object.fromEntries(filterNames.map((name) => [name, fields[name].value.trim()]));
  const words = value.text.toLowerCase().split(/\s+/).filter(Boolean);
  const party = value.party.toLowerCase();
  const least = amountOf(value.least);
  const most = amountOf(value.most);
  // An open end of a period such as 2025 takes in all of it.
  const upper = value.to === "" ? null : value.to + "\uffff";
  state.shown = claims.filter((claim) => {
    if (value.type && claim.type !== value.type) return false;
    if (value.status && statusOf(claim) !== value.status) return false;
    if (party && !claim.parties.some((one) => visible(one.name).toLowerCase().includes(party))) return false;
    if (least !== null || most !== null) {
      if (!claim.amount) return false;
      if (least !== null && claim.amount.high < least) return false;
      if (most !== null && claim.amount.low > most) return false;
    }
    if (value.from && !(claim.start && (claim.end || claim.start) > value.from)) return false;
    if (upper && !(claim.start && claim.start <= upper)) return false;
    return words.every((word) => claim.search.includes(word));
  });
  for (const name of ["least", "most"]) {
    const isWrong = fields[name].value.trim() !== "" && amountOf(fields[name].value) === null;
    fields[name].setAttribute("aria-invalid", String(isWrong));
  }
  document.getElementById("count").textContent = state.shown.length === claims.length
    ? claims.length + " claims in " + documents.length + " documents"
    : state.shown.length + " of " + claims.length + " claims";
  changed("filters");
}

// The address: #view=…&claim=…&type=…

function writeAddress() {
  const parts = new URLSearchParams();
  if (state.view !== "table") parts.set("view", state.view);
  if (state.claim) parts.set("claim", state.claim.id);
  for (const name of filterNames) if (fields[name].value) parts.set(name, fields[name].value);
  const text = parts.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  for (const name of filterNames) fields[name].value = parts.get(name) || "";
  if (["table", "timeline", "entities"].includes(parts.get("view"))) state.view = parts.get("view");
  applyFilters();
  const claim = claimOfIdentifier.get(parts.get("claim"));
  if (claim) select(claim, { quiet: true });
}
