// Who has to do with whom: the parties of the shown claims, those with most claims first.
const mostNodes = 60;

function graphOf(shown) {
  const counts = new Map(counted(shown.flatMap((claim) => [...new Set(claim.parties.map((party) => party.name))])).slice(0, mostNodes));
  const edges = new Map();
  for (const claim of shown) {
    const names = [...new Set(claim.parties.map((party) => party.name))].filter((name) => counts.has(name)).sort();
    names.forEach((one, position) => names.slice(position + 1).forEach((other) => {
      const key = one + "\u0000" + other;
      if (!edges.has(key)) edges.set(key, { one, other, claims: [] });
      edges.get(key).claims.push(claim);
    }));
  }
  return { counts, edges: [...edges.values()] };
}

/// Places by pushing and pulling, from a start that depends on the order alone: the same each time.
function placed(counts, edges) {
  const nodes = [...counts].map(([name, count], number) => ({
    name, count, x: 500 + Math.cos(number * 2.4) * (60 + number * 6), y: 320 + Math.sin(number * 2.4) * (40 + number * 4),
  }));
  const nodeOf = new Map(nodes.map((node) => [node.name, node]));
  for (let step = 0; step < 250; step += 1) {
    const heat = 12 * (1 - step / 250);
    for (const node of nodes) { node.dx = (500 - node.x) * 0.01; node.dy = (320 - node.y) * 0.016; }
    nodes.forEach((one, position) => nodes.slice(position + 1).forEach((other) => {
      const dx = one.x - other.x || 0.1, dy = one.y - other.y || 0.1;
      const force = 5200 / (dx * dx + dy * dy + 60);
      const length = Math.hypot(dx, dy);
      one.dx += (dx / length) * force; one.dy += (dy / length) * force;
      other.dx -= (dx / length) * force; other.dy -= (dy / length) * force;
    }));
    for (const { one, other } of edges) {
      const a = nodeOf.get(one), b = nodeOf.get(other);
      const dx = b.x - a.x, dy = b.y - a.y;
      const length = Math.hypot(dx, dy) || 1;
      const pull = (length - 90) * 0.04;
      a.dx += (dx / length) * pull; a.dy += (dy / length) * pull;
      b.dx -= (dx / length) * pull; b.dy -= (dy / length) * pull;
    }
    for (const node of nodes) {
      node.x = Math.min(930, Math.max(70, node.x + Math.max(-heat, Math.min(heat, node.dx))));
      node.y = Math.min(610, Math.max(25, node.y + Math.max(-heat, Math.min(heat, node.dy))));
    }
  }
  return { nodes, nodeOf };
}

function showGraph() {
  const { counts, edges } = graphOf(state.shown);
  const { nodes, nodeOf } = placed(counts, edges);
  const drawing = shape("svg", { viewBox: "40 0 920 640", role: "group", "aria-label": "Parties and the claims that join them" });
  for (const edge of edges) {
    const a = nodeOf.get(edge.one), b = nodeOf.get(edge.other);
    drawing.append(shape("line", {
      class: "edge" + (edge.claims.includes(state.claim) ? " selected" : ""), x1: a.x, y1: a.y, x2: b.x, y2: b.y,
      "stroke-width": Math.min(6, 1 + Math.sqrt(edge.claims.length)),
      click: () => choose(edge.claims[(edge.claims.indexOf(state.claim) + 1) % edge.claims.length]),
    }, shape("title", {}, edge.one + " – " + edge.other + ": " + [...new Set(edge.claims.map((claim) => claim.type))].join(", "))));
  }
  const mine = state.claim ? state.claim.parties.map((party) => party.name) : [];
  for (const node of nodes) {
    drawing.append(
      shape("circle", {
        class: "node" + (mine.includes(node.name) ? " selected" : ""), cx: node.x, cy: node.y,
        r: Math.min(16, 4 + Math.sqrt(node.count) * 2), click: () => filterParty(node.name),
      }, shape("title", {}, node.name + ": " + node.count)),
      shape("text", { x: node.x, y: node.y - 4 - Math.min(16, 4 + Math.sqrt(node.count) * 2), "text-anchor": "middle" }, shortened(node.name, 28)));
  }
  const list = element("ol", { class: "parties", "aria-label": "Parties by number of claims" },
    nodes.map((node) => element("li", {}, element("button", { type: "button", click: () => filterParty(node.name) }, shortened(node.name, 60)), " " + node.count)));
  document.getElementById("entities").replaceChildren(
    element("p", { class: "quiet" }, nodes.length + " parties" + (nodes.length === mostNodes ? " with most claims" : "") + ". A click shows the claims of a party, on a line those of two."),
    drawing, list);
}

function filterParty(name) {
  fields.party.value = visible(name);
  applyFilters();
  writeAddress();
}
