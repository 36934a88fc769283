// The article of the selected claim, its evidence marked, and under it what the claim says and why.
function buildArticle() {
  const choices = documents.map((one) => element("option", { value: one.number }, shortened(one.title || one.id, 80)));
  document.getElementById("document-choice").append(
    element("label", { for: "document" }, "Article "),
    element("select", { id: "document", change: (event) => {
      state.document = Number(event.target.value);
      state.claim = null;
      changed("claim");
      writeAddress();
    } }, choices));
  whenChanged((what) => {
    if (what === "claim") showArticle();
  });
}

function showArticle() {
  const source = documents[state.document];
  if (!source) return;
  document.getElementById("document").value = String(source.number);
  const facts = [source.site, source.author, source.date].filter(Boolean).join(" · ");
  document.getElementById("article").replaceChildren(
    element("h2", {}, source.title || source.id),
    element("p", { class: "quiet" }, facts, facts ? " · " : null, source.url ? link(source.url, "open page") : source.id),
    ...(source.text ? paragraphs(source) : excerpts(source)));
  document.getElementById("detail").replaceChildren(...(state.claim ? detail(state.claim) : []));
  document.getElementById("detail").scrollTop = 0;
  const mark = document.querySelector("#article mark.selected");
  if (mark) mark.scrollIntoView({ block: "center" });
}

/// The text in stretches between which no mark begins or ends, each with the claims that rest on it.
function stretches(source) {
  const spans = [];
  for (const claim of source.claims) {
    for (const one of claim.evidence) spans.push({ start: one.span[0], end: one.span[1], claim });
  }
  for (const role of state.claim && state.claim.document === source ? state.claim.roles : []) {
    for (const filler of role.fillers) spans.push({ start: filler.span[0], end: filler.span[1], role: role.name });
  }
  const edges = [...new Set(spans.flatMap((span) => [span.start, span.end]).concat(0, source.text.length))]
    .filter((edge) => edge <= source.text.length).sort((left, right) => left - right);
  spans.sort((left, right) => left.start - right.start);
  let active = [];
  let next = 0;
  return edges.slice(0, -1).map((start, position) => {
    while (next < spans.length && spans[next].start <= start) active.push(spans[next++]);
    active = active.filter((span) => span.end > start);
    return {
      text: source.text.slice(start, edges[position + 1]),
      claims: active.filter((span) => span.claim).map((span) => span.claim),
      role: (active.find((span) => span.role) || {}).role,
    };
  });
}

function paragraphs(source) {
  const result = [element("p")];
  let labelled = null;
  for (const stretch of stretches(source)) {
    stretch.text.split(/\n+/).forEach((line, number) => {
      if (number > 0) result.push(element("p"));
      if (line === "") return;
      const isNew = stretch.role && stretch.role !== labelled;
      labelled = stretch.role || null;
      result[result.length - 1].append(stretch.claims.length ? marked(line, stretch, isNew) : visible(line));
    });
  }
  return result.filter((paragraph) => paragraph.childNodes.length > 0);
}

function marked(line, stretch, isNew) {
  const isSelected = stretch.claims.includes(state.claim);
  const role = isSelected ? stretch.role : null;
  const count = stretch.claims.length;
  const turn = () => choose(stretch.claims[(stretch.claims.indexOf(state.claim) + 1) % count]);
  return element("mark", {
    class: (isSelected ? "selected" : "") + (role ? " role" : ""), tabindex: 0,
    title: role || count + (count === 1 ? " claim" : " claims") + ": click shows " + (count === 1 ? "it" : "one after the other"),
    click: turn,
    keydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      turn();
    },
  }, line, role && isNew ? element("sup", {}, role) : null);
}

/// Where the text is not in the page: the quotes with what stood around them.
function excerpts(source) {
  const quotes = new Map();
  for (const claim of source.claims) {
    for (const one of claim.evidence) {
      const key = one.span.join("-");
      if (!quotes.has(key)) quotes.set(key, { one, claims: [] });
      quotes.get(key).claims.push(claim);
    }
  }
  return [...quotes.values()].sort((left, right) => left.one.span[0] - right.one.span[0]).map(({ one, claims }) =>
    element("p", {}, element("span", { class: "quiet" }, "… " + one.prefix), marked(one.exact, { claims }, false),
      element("span", { class: "quiet" }, one.suffix + " …")));
}

function detail(claim) {
  const rows = claim.roles.map((role) => [role.name.replaceAll("_", " "), role.fillers.map((filler) =>
    element("div", {}, filler.shown, filler.text !== filler.shown ? element("span", { class: "quiet" }, " “" + filler.text + "”") : null,
      filler.status ? element("em", {}, " (" + filler.status.replaceAll("_", " ") + ")") : null))]);
  rows.push(["status", element("span", { class: "status status-" + kindOfStatus(claim) }, statusOf(claim).replaceAll("_", " "))]);
  if (claim.attribution.length) rows.push(["according to", claim.attribution.join("; ")]);
  const evidence = claim.evidence.map((one) => element("div", {}, "“" + one.exact + "” ",
    one.link ? link(one.link, "open there") : null,
    element("span", { class: "quiet" }, one.source ? " bytes " + one.source.join("–") + " of " + claim.document.id
      : " characters " + one.span.join("–"))));
  rows.push(["evidence", evidence]);
  const text = data.rules[claim.rule.split("/").slice(0, -1).join("/")] || data.rules[claim.rule];
  rows.push(["rule", text === undefined ? element("code", {}, claim.rule)
    : element("details", { id: "rule" }, element("summary", {}, element("code", {}, claim.rule)), element("pre", { tabindex: 0 }, text))]);
  return [
    element("h2", {}, claim.title),
    element("dl", {}, rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
    element("p", { class: "quiet" }, element("a", { href: "#claim=" + encodeURIComponent(claim.id) }, claim.id)),
  ];
}
