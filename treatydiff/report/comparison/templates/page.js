"use strict";
(function () {
  var all = function (css, root) { return Array.prototype.slice.call((root || document).querySelectorAll(css)); };
  var byId = function (id) { return document.getElementById(id); };
  var units = all(".texts > .unit");
  var rows = all(".unit-table tbody tr:not(.group)");
  var finder = byId("finder");
  var help = byId("help");
  var said = new Map();
  var rail = { nav: null, links: [], heads: [], current: undefined };
  var stops = null;
  var unfolded = [];

  // What is scrolled to must not hide behind the finder, where that stays at the top.
  function roomAbove() {
    var sticky = finder && !finder.hidden && getComputedStyle(finder).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticky ? finder.offsetHeight + 8 + "px" : "";
    document.documentElement.style.setProperty("--under", sticky ? finder.offsetHeight + "px" : "0");
  }

  // The address holds the place and, behind a question mark, the view: #art_6?relation=moved&view=sides.
  var switches = { view: ["layout-sides", "sides"], only: ["only-changes", "changes"], minor: ["hide-minor", "hidden"] };
  function placed() { return decodeURIComponent(location.hash.slice(1).split("?")[0]); }
  function viewed() {
    var parts = [];
    var add = function (name, value) { if (value) { parts.push(name + "=" + encodeURIComponent(value)); } };
    add("words", byId("find-text").value.trim());
    all("select[data-find]", finder).forEach(function (each) { add(each.dataset.find, each.value); });
    Object.keys(switches).forEach(function (name) { add(name, byId(switches[name][0]).checked && switches[name][1]); });
    return parts.join("&");
  }
  function addressed() {
    var view = viewed();
    var hash = encodeURIComponent(placed()) + (view ? "?" + view : "");
    if (hash === location.hash.slice(1)) { return; }
    try { history.replaceState(null, "", hash || location.hash ? "#" + hash : location.href); } catch (refused) { return; }
  }
  function setView(query) {
    var asked = {};
    query.split("&").forEach(function (part) {
      var at = part.indexOf("=");
      if (at > 0) { asked[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); }
    });
    byId("find-text").value = asked.words || "";
    all("select[data-find]", finder).forEach(function (each) {
      each.value = asked[each.dataset.find] || "";
      if (each.selectedIndex < 0) { each.value = ""; }
    });
    Object.keys(switches).forEach(function (name) {
      var box = byId(switches[name][0]);
      if (name in asked) { box.checked = asked[name] === switches[name][1]; }
    });
    if (asked.view === "inline") { byId("layout-inline").checked = true; }
  }

  function opened() {
    var query = location.hash.indexOf("?");
    if (finder && query >= 0) { setView(location.hash.slice(query + 1)); filtered(); }
    var target = placed() && byId(placed());
    if (!target) { return; }
    var unit = target.closest(".unit");
    var clause = target.closest(".clause");
    if (query < 0 && ((unit && unit.hidden) || (clause && clause.hidden))) { finder.reset(); filtered(); }
    if (byId("only-changes") && unit && !target.getClientRects().length) { byId("only-changes").checked = false; }
    var fold = target.closest("details") || target.querySelector("details.unchanged");
    if (fold) { fold.open = true; }
    target.scrollIntoView();
  }

  function wordsOf(part) {
    if (!said.has(part)) { said.set(part, part.textContent.toLowerCase().replace(/\s+/g, " ")); }
    return said.get(part);
  }
  // A value "obligation-" asks for any signal of that kind.
  function has(values, value) {
    return (" " + (values || "")).indexOf(" " + value) >= 0 && (value.slice(-1) === "-" || (" " + values + " ").indexOf(" " + value + " ") >= 0);
  }
  function clauseFits(clause, chosen, text) {
    var fits = chosen.every(function (each) { return has(clause.dataset[each.dataset.find], each.value); });
    return fits && (!text || wordsOf(clause.querySelector(".inline")).indexOf(text) >= 0);
  }
  function unitFits(unit, chosen, onClauses, text) {
    var clauses = all(".clause", unit);
    clauses.forEach(function (clause) { clause.hidden = false; });
    if (!chosen.every(function (each) { return has(unit.dataset[each.dataset.find], each.value); })) { return false; }
    if (!onClauses.length && !text) { return true; }
    var fitting = clauses.filter(function (clause) { return clauseFits(clause, onClauses, text); });
    var ofUnit = onClauses.every(function (each) { return each.dataset.find === "signal" && has(unit.dataset.signal, each.value); });
    if (!fitting.length) { return ofUnit && (!text || wordsOf(unit.querySelector("h3")).indexOf(text) >= 0); }
    clauses.forEach(function (clause) { clause.hidden = fitting.indexOf(clause) < 0; });
    return true;
  }
  function filtered() {
    var text = byId("find-text").value.trim().toLowerCase().replace(/\s+/g, " ");
    var chosen = all("select[data-find]", finder).filter(function (each) { return each.value; });
    var byClause = function (each) { return each.dataset.find === "signal" || each.dataset.find === "class"; };
    var onClauses = chosen.filter(byClause);
    var onUnits = chosen.filter(function (each) { return !byClause(each); });
    var shown = 0;
    units.forEach(function (unit, at) {
      var fits = unitFits(unit, onUnits, onClauses, text);
      unit.hidden = !fits;
      if (rows[at]) { rows[at].hidden = !fits; }
      if (rail.links[at]) { rail.links[at].hidden = !fits; }
      shown += fits ? 1 : 0;
    });
    all(".unit-table tr.group, .texts > p.group").forEach(function (group) {
      var next = group.nextElementSibling;
      while (next && next.hidden) { next = next.nextElementSibling; }
      group.hidden = !next || next.classList.contains("group");
    });
    rail.heads.forEach(function (pair) { pair[0].hidden = pair[1].hidden; });
    var asked = Boolean(text || chosen.length);
    var hits = marked(text);
    byId("clear").hidden = !asked;
    byId("found").textContent = !asked ? units.length + (units.length === 1 ? " provision" : " provisions")
      : shown ? (text ? hits + (hits === 1 ? " hit in " : " hits in ") : "") + shown + " of " + units.length + " provisions" : "No provision fits";
    stops = null;
    byId("stop").textContent = "";
    roomAbove();
  }

  // What is looked for is lit where it stands, and what folds it away is opened for as long as it is looked for.
  function marked(text) {
    unfolded.forEach(function (fold) { fold.open = false; });
    unfolded = [];
    var ranges = [], beside = [];
    if (text) {
      var columns = byId("layout-sides").checked ? ", .clause:not([hidden]) .sides p" : "";
      units.forEach(function (unit) {
        if (unit.hidden) { return; }
        all(".clause:not([hidden]) .inline, h3" + columns, unit).forEach(function (part) {
          if (wordsOf(part).indexOf(text) < 0) { return; }
          rangesIn(part, text, part.closest(".sides") ? beside : ranges);
          var fold = part.closest("details.unchanged");
          if (fold && !fold.open) { fold.open = true; unfolded.push(fold); }
        });
      });
    }
    if (window.CSS && CSS.highlights && window.Highlight) {
      var lit = new Highlight();
      ranges.concat(beside).forEach(function (range) { lit.add(range); });
      CSS.highlights.set("hit", lit);
    }
    return ranges.length;
  }
  // Ranges that do not follow changes of the page cost a tenth of those that do.
  function rangesIn(part, text, found) {
    var walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    var nodes = [], starts = [], whole = "";
    while (walker.nextNode()) { nodes.push(walker.currentNode); starts.push(whole.length); whole += walker.currentNode.data.toLowerCase().replace(/\s/g, " "); }
    var node = 0, most = found.length + 200;
    var reached = function (at) { while (node + 1 < nodes.length && starts[node + 1] <= at) { node += 1; } };
    for (var at = whole.indexOf(text); at >= 0 && found.length < most; at = whole.indexOf(text, at + text.length)) {
      reached(at);
      var range = { startContainer: nodes[node], startOffset: Math.min(at - starts[node], nodes[node].length) };
      reached(at + text.length - 1);
      range.endContainer = nodes[node];
      range.endOffset = Math.min(at + text.length - starts[node], nodes[node].length);
      found.push(new StaticRange(range));
    }
  }

  // What n and p walk: the places found, else the changed clauses; in the order of the page.
  function walked() {
    if (stops) { return stops; }
    var text = byId("find-text").value.trim().toLowerCase().replace(/\s+/g, " ");
    var skip = byId("hide-minor").checked;
    stops = [];
    units.forEach(function (unit) {
      if (unit.hidden) { return; }
      stops = stops.concat(all(text ? ".clause" : ".clause.changed", unit).filter(function (clause) {
        if (clause.hidden) { return false; }
        if (text) { return wordsOf(clause.querySelector(".inline")).indexOf(text) >= 0; }
        return !(skip && clause.classList.contains("minor-only"));
      }));
    });
    return stops;
  }
  function stepped(forward) {
    var here = document.querySelector(".clause.here");
    var box = here && here.getBoundingClientRect();
    if (!box || box.bottom < 0 || box.top > innerHeight) { here = null; }
    var edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    var list = walked();
    var at = here ? list.indexOf(here) : -1;
    if (at >= 0) { at += forward ? 1 : -1; } else { at = beyond(list, here, edge, forward); }
    var found = list[at];
    if (!found) { return; }
    all(".clause.here").forEach(function (each) { each.classList.remove("here"); });
    found.classList.add("here");
    found.tabIndex = -1;
    var fold = found.closest("details");
    if (fold) { fold.open = true; }
    found.scrollIntoView();
    found.focus({ preventScroll: true });
    var what = byId("find-text").value.trim() ? ["place found", "places found"] : ["change", "changes"];
    byId("stop").textContent = (at + 1) + " of " + list.length + " " + what[list.length === 1 ? 0 : 1];
  }
  // The first stop behind, or the last before, where the reader is; by halves, since a page can have thousands.
  function beyond(list, here, edge, forward) {
    var before = function (clause) {
      if (here) { return Boolean(here.compareDocumentPosition(clause) & 2); }
      return clause.getBoundingClientRect().top < edge;
    };
    var low = 0, high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (before(list[middle])) { low = middle + 1; } else { high = middle; }
    }
    return forward ? low : low - 1;
  }

  // The rail: every provision in the order of the page, its length and relation, and where the reader is.
  function railed() {
    var nav = document.createElement("nav");
    nav.className = "rail";
    nav.setAttribute("aria-label", "Provisions");
    units.forEach(function (unit) {
      var link = document.createElement("a");
      var title = unit.querySelector("h3");
      var named = title.cloneNode(true);
      all(".self, .was", named).forEach(function (each) { each.remove(); });
      var group = unit.previousElementSibling;
      if (group && group.matches("p.group")) {
        var head = document.createElement("p");
        head.textContent = group.textContent;
        nav.append(head);
        rail.heads.push([head, group]);
      }
      link.href = "#" + unit.id;
      link.className = /rel-\S+/.exec(unit.className)[0];
      link.textContent = (unit.id.indexOf("a--") === 0 ? "A: " : "")
        + named.textContent.replace(/\s+/g, " ").trim().replace(/^Instrument \d+, /, "");
      rail.links.push(link);
      nav.append(link);
    });
    document.body.append(nav);
    rail.nav = nav;
    if (window.IntersectionObserver) {
      var seen = new Set();
      var watch = new IntersectionObserver(function (entries) {
        entries.forEach(function (each) { if (each.isIntersecting) { seen.add(each.target); } else { seen.delete(each.target); } });
        var first = units.findIndex(function (unit) { return seen.has(unit); });
        var current = rail.links[first];
        if (current === rail.current) { return; }
        if (rail.current) { rail.current.removeAttribute("aria-current"); }
        rail.current = current;
        if (!current) { return; }
        current.setAttribute("aria-current", "true");
        if (nav.getClientRects().length) { nav.scrollTop = current.offsetTop - nav.clientHeight / 2; }
      }, { rootMargin: "-" + (finder.offsetHeight + 24) + "px 0px 0px 0px" });
      units.forEach(function (unit) { watch.observe(unit); });
    }
  }

  function written(text, button, label) {
    var done = function () {
      button.textContent = "Copied";
      setTimeout(function () { button.textContent = label; }, 1500);
    };
    var byHand = function () {
      var place = document.createElement("textarea");
      place.value = text;
      document.body.append(place);
      place.select();
      if (document.execCommand("copy")) { done(); }
      place.remove();
      button.focus();
    };
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, byHand); } else { byHand(); }
  }
  function copiable(root) {
    all(".cite", root).forEach(function (cite) {
      if (cite.nextElementSibling && cite.nextElementSibling.className === "copy") { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", "Copy citation " + cite.textContent);
      button.addEventListener("click", function () { written(cite.textContent.trim(), button, "Copy"); });
      if (cite.tagName === "P") { cite.appendChild(document.createTextNode(" ")); }
      cite.after(button);
    });
  }

  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || help.open) { return; }
    if (event.target.closest("input[type=search], select, textarea")) {
      if (event.key === "Escape") { event.target.blur(); }
      return;
    }
    if (event.key === "n" || event.key === "p") { stepped(event.key === "n"); }
    else if (event.key === "/") { byId("find-text").focus(); }
    else if (event.key === "s") { byId(byId("layout-sides").checked ? "layout-inline" : "layout-sides").click(); }
    else if (event.key === "?") { help.showModal(); }
    else { return; }
    event.preventDefault();
  }

  document.addEventListener("toggle", function (event) {
    if (event.target.open && event.target.matches("details")) { copiable(event.target); }
  }, true);
  all(".unit-cites, blockquote footer").forEach(copiable);
  window.addEventListener("hashchange", opened);
  if (finder) {
    var waiting = 0;
    finder.hidden = false;
    railed();
    window.addEventListener("resize", roomAbove);
    window.addEventListener("load", roomAbove);
    finder.addEventListener("submit", function (event) { event.preventDefault(); });
    // Whoever reads the text and narrows it sees the head of what is left, not what moved up into its place.
    var changed = function () {
      var head = byId("text");
      var reads = head.getBoundingClientRect().top < innerHeight / 2;
      filtered();
      var top = head.getBoundingClientRect().top;
      if (reads && (top < 0 || top > innerHeight / 2)) { head.scrollIntoView(); }
      addressed();
    };
    finder.addEventListener("change", changed);
    finder.addEventListener("reset", function () { setTimeout(changed); });
    byId("find-text").addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(changed, 120);
    });
    ["layout-inline", "layout-sides", "only-changes", "hide-minor"].forEach(function (id) {
      byId(id).addEventListener("change", function () {
        stops = null;
        marked(byId("find-text").value.trim().toLowerCase().replace(/\s+/g, " "));
        addressed();
        roomAbove();
      });
    });
    byId("more").addEventListener("click", function () {
      var open = finder.classList.toggle("open");
      byId("more").setAttribute("aria-expanded", String(open));
      roomAbove();
    });
    byId("send").addEventListener("click", function () {
      addressed();
      // A page on a disk is sent as a file: the folder that it lies in is nobody's business.
      var own = location.protocol === "file:" ? decodeURIComponent(location.pathname.split("/").pop()) + location.hash : location.href;
      written(own, byId("send"), "Copy view");
    });
    byId("step-on").addEventListener("click", function () { stepped(true); });
    byId("step-back").addEventListener("click", function () { stepped(false); });
    byId("ask").addEventListener("click", function () { help.showModal(); });
    document.addEventListener("keydown", pressed);
    filtered();
    roomAbove();
  }
  opened();
})();
