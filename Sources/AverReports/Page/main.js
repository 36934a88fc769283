// The views, the keys, and the first picture.
const views = { table: "Table", timeline: "Timeline", entities: "Parties" };

function buildViews() {
  const list = document.getElementById("views");
  for (const [name, label] of Object.entries(views)) {
    list.append(element("button", {
      type: "button", role: "tab", id: "tab-" + name, "aria-controls": name, "aria-selected": "false", tabindex: -1,
      click: () => show(name),
    }, label));
  }
  list.addEventListener("keydown", (event) => {
    const names = Object.keys(views);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const name = names[(names.indexOf(state.view) + step + names.length) % names.length];
    show(name);
    document.getElementById("tab-" + name).focus();
    event.preventDefault();
  });
  whenChanged(() => drawView());
}

function show(name) {
  state.view = name;
  drawView();
  writeAddress();
}

function drawView() {
  for (const name of Object.keys(views)) {
    const isShown = name === state.view;
    document.getElementById(name).hidden = !isShown;
    const tab = document.getElementById("tab-" + name);
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
  }
  // Drawings cost time: only what is looked at is drawn.
  if (state.view === "timeline") showTimeline();
  if (state.view === "entities") showGraph();
}

function buildTheme() {
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  button.addEventListener("click", () => {
    const isDark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark" : system.matches;
    document.documentElement.dataset.theme = isDark ? "light" : "dark";
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    fields.text.focus();
  } else if (event.key === "Escape" && isTyping) {
    event.target.blur();
  }
});

buildFilters();
buildTable();
buildArticle();
buildViews();
buildTheme();
readAddress();
if (!state.claim && documents.length) changed("claim");
window.addEventListener("hashchange", readAddress);
