// Links values and places: [data-v] names one claim, [data-t] the claims of a place.
(() => {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const source = find("#source"), values = find("#values"), pages = find("#pages"), text = find("#text");
  const search = find("#search"), hits = find("#hits");
  const index = (elements, read) => {
    const map = new Map();
    for (const element of elements) for (const claim of read(element)) {
      if (!map.has(claim)) map.set(claim, []);
      map.get(claim).push(element);
    }
    return map;
  };
  const valueOf = index(all("[data-v]"), (element) => [element.dataset.v]);
  const targets = (element) => element.dataset.t.split(" ");
  const placesInText = index(all("b[data-t]"), targets);
  const placesOnPages = index(all("rect[data-t]"), targets);
  const tabs = all(".tabs [data-tab]");
  const rank = ["statements", "performance", "figures", "texts", "doubtful", "unmapped", "checks", "overview"];
  const panelOf = (element) => element.closest(".panel").id;
  const activeTab = () => tabs.find((tab) => tab.getAttribute("aria-selected") === "true").dataset.tab;

  const showTab = (name) => {
    for (const tab of tabs) tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
    for (const panel of all(".panel")) panel.hidden = panel.id !== name;
    find(`.tabs [data-tab="${name}"]`).scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const showView = (name) => {
    if (!pages) return;
    pages.hidden = name !== "pages";
    text.hidden = name !== "text";
    for (const button of all("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === name));
  };
  const reveal = (element, pane) => {
    const box = element.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    const top = frame.top + 48;
    if (box.top < top || box.bottom > frame.bottom - 8) {
      pane.scrollTop += box.top - top - Math.max(0, (frame.bottom - top - box.height) / 2);
    }
    const sideways = element.closest(".scroll");
    if (sideways) {
      const part = element.getBoundingClientRect(), room = sideways.getBoundingClientRect();
      if (part.left < room.left || part.right > room.right) sideways.scrollLeft += part.left - room.left - room.width / 3;
    }
  };
  let chosen = null;
  const clear = () => {
    for (const element of all(".lit")) element.classList.remove("lit");
    chosen = null;
  };
  // Lights up claims on both sides; `from` is the element that was chosen, which stays where it is.
  const light = (claims, from) => {
    clear();
    const marks = [], shown = [];
    for (const claim of claims) {
      for (const element of valueOf.get(claim) || []) { element.classList.add("lit"); shown.push(element); }
      for (const map of [placesInText, placesOnPages]) {
        for (const element of map.get(claim) || []) { element.classList.add("lit"); marks.push(element); }
      }
    }
    if (!from || values.contains(from) || hits.contains(from)) {
      const onPages = marks.filter((mark) => mark.tagName === "rect");
      const inText = marks.filter((mark) => mark.tagName !== "rect");
      const usesPages = pages && !pages.hidden && onPages.length > 0 || inText.length === 0;
      const place = (usesPages ? onPages : inText)[0];
      if (place) {
        showView(usesPages ? "pages" : "text");
        reveal(place, source);
      }
    }
    if (!from || !values.contains(from)) {
      const here = shown.filter((element) => panelOf(element) === activeTab() && activeTab() !== "overview");
      const best = here[0] || shown.slice().sort((a, b) => rank.indexOf(panelOf(a)) - rank.indexOf(panelOf(b)))[0];
      if (best) {
        showTab(panelOf(best));
        reveal(best, values);
        chosen = best;
      }
    } else {
      chosen = from;
      reveal(from, values);
    }
    if (claims.length) history.replaceState(null, "", "#c" + claims[0]);
  };

  document.addEventListener("click", (event) => {
    const tab = event.target.closest("[data-tab]"), view = event.target.closest("[data-view]");
    const value = event.target.closest("#values [data-v]"), place = event.target.closest("[data-t]");
    if (tab) showTab(tab.dataset.tab);
    else if (view) showView(view.dataset.view);
    else if (value) light([value.dataset.v], value);
    else if (place) light(targets(place), place);
    if (!event.target.closest(".tools")) hits.hidden = true;
  });

  // Search over all values, by their words and numbers.
  const plain = (words) => words.toLowerCase().replace(/[,，\s]/g, "").replace(/−/g, "-");
  const name = (element) => {
    if (element.matches(".fact")) return all(".label, .trail, .meaning", element).map((part) => part.textContent).join(" ");
    const cell = element.closest("td, th"), row = cell && cell.parentElement;
    if (!row || cell.tagName === "TH") return element.textContent;
    const heads = all("th", row).map((head) => head.textContent).join(" ");
    const column = find("thead tr", cell.closest("table")).children[cell.cellIndex];
    return `${heads} ${column ? column.textContent : ""}`;
  };
  const amount = (element) => {
    if (element.matches(".fact")) return (find(".amount", element) || element).textContent;
    return element.closest("td") ? element.textContent : "";
  };
  let catalogue = null;
  const entries = () => catalogue ||= all(".panel:not(#overview):not(#checks) [data-v]")
    .filter((element) => element.textContent.trim())
    .map((element) => {
      const words = name(element).replace(/\s+/g, " ").trim(), own = amount(element).trim();
      return { element, words, amount: own, key: plain(words + own), own: plain(own || words) };
    });
  let cursor = 0;
  const mark = () => all("li", hits).forEach((item, position) => {
    item.classList.toggle("on", position === cursor);
    if (position === cursor) item.scrollIntoView({ block: "nearest" });
  });
  const lookUp = () => {
    const wanted = search.value.trim().split(/\s+/).map(plain).filter(Boolean);
    hits.replaceChildren();
    hits.hidden = wanted.length === 0;
    if (hits.hidden) return;
    const found = entries().filter((entry) => wanted.every((word) => entry.key.includes(word)));
    const score = (entry) => wanted.some((word) => entry.own === word || entry.own.startsWith(word)) ? 0 : 1;
    found.sort((a, b) => score(a) - score(b));
    for (const entry of found.slice(0, 60)) {
      const item = document.createElement("li");
      item.dataset.v = entry.element.dataset.v;
      const parts = [["tab", tabs.find((tab) => tab.dataset.tab === panelOf(entry.element)).firstChild.textContent],
        ["words", entry.words.slice(0, 90)], ["amount", entry.amount.slice(0, 40)]];
      for (const [kind, words] of parts) {
        const part = document.createElement("span");
        part.className = kind;
        part.textContent = words;
        item.append(part);
      }
      item.addEventListener("click", () => choose(entry));
      hits.append(item);
    }
    if (!found.length) {
      const item = document.createElement("li");
      item.className = "none";
      item.textContent = "—";
      hits.append(item);
    }
    hits.entries = found;
    cursor = 0;
    mark();
  };
  const choose = (entry) => {
    hits.hidden = true;
    search.blur();
    showTab(panelOf(entry.element));
    light([entry.element.dataset.v], entry.element);
  };
  search.addEventListener("input", lookUp);
  search.addEventListener("focus", lookUp);

  const step = (by) => {
    const list = all("[data-v]", find(".panel:not([hidden])"));
    if (!list.length) return;
    const at = list.indexOf(chosen);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)];
    light([next.dataset.v], next);
  };
  const turn = (by) => {
    const at = tabs.findIndex((tab) => tab.dataset.tab === activeTab());
    showTab(tabs[(at + by + tabs.length) % tabs.length].dataset.tab);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      const count = hits.entries ? Math.min(hits.entries.length, 60) : 0;
      if (event.key === "Escape") { search.value = ""; hits.hidden = true; search.blur(); }
      else if (event.key === "ArrowDown" && count) { cursor = Math.min(cursor + 1, count - 1); mark(); event.preventDefault(); }
      else if (event.key === "ArrowUp" && count) { cursor = Math.max(cursor - 1, 0); mark(); event.preventDefault(); }
      else if (event.key === "Enter" && count && !hits.hidden) { choose(hits.entries[cursor]); event.preventDefault(); }
      return;
    }
    const actions = {
      "/": () => { search.focus(); search.select(); },
      Escape: () => { clear(); hits.hidden = true; history.replaceState(null, "", "#"); },
      j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
      ArrowRight: () => turn(1), ArrowLeft: () => turn(-1),
      t: () => pages && showView(pages.hidden ? "pages" : "text"),
    };
    const action = actions[event.key];
    if (action) { action(); event.preventDefault(); }
  });

  const asked = /^#c(\d+)$/.exec(location.hash);
  if (asked && (valueOf.has(asked[1]) || placesInText.has(asked[1]))) light([asked[1]], null);
})();
