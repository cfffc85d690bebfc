// Filters, search and order of the list of reports.
(() => {
  "use strict";
  const find = (selector) => document.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const body = find("#reports tbody"), search = find("#search"), shown = find("#shown");
  const rows = all("tr", body).map((element) => ({ element, key: element.textContent.toLowerCase(), data: element.dataset }));
  const total = shown.textContent;
  const selects = all("[data-filter]");
  const tests = {
    failed: (row, wanted) => (Number(row.data.failed) > 0) === (wanted === "some"),
    coverage: (row, wanted) => {
      if (row.data.coverage === "") return false;
      const limit = Number(wanted), share = Number(row.data.coverage);
      return limit < 0 ? share < -limit : share >= limit;
    },
  };
  let current = null;
  const point = (row) => {
    if (current) current.classList.remove("on");
    current = row;
    if (row) { row.classList.add("on"); row.scrollIntoView({ block: "nearest" }); }
  };
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits = words.every((word) => row.key.includes(word)) && selects.every((select) => {
        const name = select.dataset.filter;
        if (select.value === "") return true;
        return tests[name] ? tests[name](row, select.value) : row.data[name] === select.value;
      });
      row.element.hidden = !fits;
      if (fits) count++;
    }
    shown.textContent = count === rows.length ? total : `${count} / ${rows.length}`;
    find("#none").hidden = count > 0;
    point(null);
  };
  search.addEventListener("input", filter);
  for (const select of selects) select.addEventListener("change", filter);
  find("#filters").addEventListener("submit", (event) => event.preventDefault());

  const numeric = new Set(["year", "figures", "coverage", "doubtful", "unmapped", "failed"]);
  for (const head of all("#reports th")) head.addEventListener("click", () => {
    const name = head.dataset.sort, down = head.getAttribute("aria-sort") === "ascending";
    for (const other of all("#reports th")) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compare = numeric.has(name)
      ? (a, b) => Number(a.data[name] || -1) - Number(b.data[name] || -1)
      : (a, b) => (a.data[name] || "").localeCompare(b.data[name] || "", "zh");
    rows.sort((a, b) => (down ? -compare(a, b) : compare(a, b)));
    body.append(...rows.map((row) => row.element));
  });

  const step = (by) => {
    const list = rows.map((row) => row.element).filter((row) => !row.hidden);
    const at = list.indexOf(current);
    if (list.length) point(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)]);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target === search;
    if (typing && event.key === "Escape") { search.value = ""; filter(); search.blur(); return; }
    if (event.target.tagName === "SELECT" || (typing && !["ArrowDown", "Enter"].includes(event.key))) return;
    const open = () => current && find("#reports tr.on a").click();
    const actions = {
      "/": () => search.focus(), j: () => step(1), k: () => step(-1), ArrowDown: () => { search.blur(); step(1); },
      ArrowUp: () => step(-1), Enter: open, Escape: () => { for (const select of selects) select.value = ""; filter(); },
    };
    const action = actions[event.key];
    if (action && !(event.key === "Enter" && event.target.closest("a, button"))) { action(); event.preventDefault(); }
  });
})();
