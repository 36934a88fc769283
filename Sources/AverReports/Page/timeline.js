// When claims say that things happen: a lane for each type, a dot for each claim.
const laneHeight = 44;
const mostDots = 2000;

function dayNumber(text) {
  return Date.parse(text.slice(0, 10) + "T00:00:00Z") / 86400000;
}

function showTimeline() {
  const place = document.getElementById("timeline");
  const dated = state.shown.filter((claim) => claim.start && Number.isFinite(dayNumber(claim.start)))
    .sort((left, right) => (left.start < right.start ? -1 : left.start > right.start ? 1 : left.number - right.number));
  const without = state.shown.length - dated.length;
  const note = element("p", { class: "quiet" }, dated.length + " claims with a date" + (without ? ", " + without + " without" : "")
    + (dated.length > mostDots ? "; the first " + mostDots + " are drawn" : ""));
  if (dated.length === 0) return place.replaceChildren(note);
  const lanes = counted(dated.map((claim) => claim.type)).map(([type]) => type);
  const first = dayNumber(dated[0].start);
  const last = Math.max(first + 31, dayNumber(dated[dated.length - 1].start));
  const width = Math.max(320, place.clientWidth);
  const left = 110;
  const x = (day) => left + 10 + ((day - first) / (last - first)) * (width - left - 30);
  const height = lanes.length * laneHeight + 40;
  const drawing = shape("svg", { viewBox: "0 0 " + width + " " + height, role: "group", "aria-label": "Timeline of claims by type" });
  for (const [day, label] of ticks(first, last, width / 100)) {
    drawing.append(shape("line", { class: "rule-line", x1: x(day), x2: x(day), y1: 0, y2: height - 24 }),
      shape("text", { x: x(day), y: height - 8, "text-anchor": "middle" }, label));
  }
  lanes.forEach((type, lane) => drawing.append(
    shape("text", { x: left - 8, y: lane * laneHeight + laneHeight / 2 + 4, "text-anchor": "end" }, type.replaceAll("_", " "))));
  const taken = new Map();
  dated.slice(0, mostDots).forEach((claim, position) => {
    const across = x(dayNumber(claim.start));
    const lane = lanes.indexOf(claim.type);
    // Dots of one place stand above each other, as far as the lane goes.
    const cell = lane + " " + Math.round(across / 9);
    const level = taken.get(cell) || 0;
    taken.set(cell, level + 1);
    const rise = [0, 9, -9, 18, -18][level % 5] + (Math.floor(level / 5) % 2) * 4;
    const dot = shape("circle", {
      cx: across, cy: lane * laneHeight + laneHeight / 2 + rise, r: claim === state.claim ? 7 : 4.5,
      class: "dot status-" + kindOfStatus(claim) + (claim === state.claim ? " selected" : ""),
      tabindex: position === 0 ? 0 : -1, role: "button", "aria-label": visible(claim.when + ": " + claim.title),
      click: () => choose(claim), keydown: moveInTimeline,
    }, shape("title", {}, claim.when + ": " + claim.title));
    dot.claim = claim;
    drawing.append(dot);
  });
  place.replaceChildren(note, drawing);
}

function ticks(first, last, most) {
  const start = new Date(first * 86400000).getUTCFullYear();
  const end = new Date(last * 86400000).getUTCFullYear();
  const result = [];
  if (end - start >= 3) {
    const step = Math.max(1, Math.ceil((end - start) / most));
    for (let year = start; year <= end + 1; year += step) result.push([Date.UTC(year, 0, 1) / 86400000, String(year)]);
  } else {
    for (let month = 0; month < (end - start + 1) * 12; month += end - start > 0 ? 3 : 1) {
      const date = new Date(Date.UTC(start, month, 1));
      result.push([date.getTime() / 86400000, date.toISOString().slice(0, 7)]);
    }
  }
  return result.filter(([day]) => day >= first - 1 && day <= last + 1);
}

function moveInTimeline(event) {
  const dots = [...document.querySelectorAll("#timeline .dot")];
  const position = dots.indexOf(event.currentTarget);
  const next = { ArrowRight: dots[position + 1], ArrowDown: dots[position + 1], ArrowLeft: dots[position - 1], ArrowUp: dots[position - 1] }[event.key];
  if (event.key === "Enter" || event.key === " ") {
    const claim = event.currentTarget.claim;
    choose(claim);
    [...document.querySelectorAll("#timeline .dot")].find((dot) => dot.claim === claim)?.focus();
  } else if (next) {
    event.currentTarget.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  } else return;
  event.preventDefault();
}
