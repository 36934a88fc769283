// The data of the page, read once: documents, and claims in the order of the records.
const data = JSON.parse(document.getElementById("data").textContent);

const documents = data.documents.map((record, number) => ({
  ...record,
  number,
  text: record.text === undefined ? null : new CodePointText(record.text),
}));

const claims = [];
for (const source of documents) {
  for (const record of source.claims) {
    const claim = { ...record, number: claims.length, document: source };
    claim.parties = claim.roles.flatMap((role) =>
      role.fillers.filter((filler) => filler.party).map((filler) => ({ role: role.name, name: filler.shown })));
    claim.amount = claim.roles.flatMap((role) => role.fillers).find((filler) => filler.currency) || null;
    claim.title = claim.statement || claim.roles.map((role) =>
      role.name + ": " + role.fillers.map((filler) => filler.shown).join("; ")).join(", ");
    claim.search = [claim.title, claim.type, claim.document.title, claim.evidence.map((one) => one.exact).join(" "),
      claim.parties.map((party) => party.name).join(" ")].join(" ").toLowerCase();
    claims.push(claim);
  }
  source.claims = claims.slice(claims.length - source.claims.length);
}

const claimOfIdentifier = new Map(claims.map((claim) => [claim.id, claim]));

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
}

// What every view shows, and who wants to know when it changes.
const state = { view: "table", claim: null, document: 0, shown: claims };
const listeners = [];

function whenChanged(listener) {
  listeners.push(listener);
}

function changed(what) {
  for (const listener of listeners) listener(what);
}

function select(claim, options = {}) {
  if (!claim) return;
  state.claim = claim;
  state.document = claim.document.number;
  changed("claim");
  if (!options.quiet) announce("Selected: " + claim.title);
}

function announce(text) {
  document.getElementById("announcement").textContent = visible(text);
}
