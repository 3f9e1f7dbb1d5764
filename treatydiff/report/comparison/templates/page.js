"use strict";
(function () {
  var all = function (css, root) { return Array.prototype.slice.call((root || document).querySelectorAll(css)); };
  var byId = function (id) { return document.getElementById(id); };
  var units = all(".texts > .unit");
  var rows = all(".unit-table tbody tr:not(.group)");
  var finder = byId("finder");
  var help = byId("help");
  var said = new Map();

  // What is scrolled to must not hide behind the finder, where that stays at the top.
  function roomAbove() {
    var sticky = finder && !finder.hidden && getComputedStyle(finder).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticky ? finder.offsetHeight + 8 + "px" : "";
  }

  function opened() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && byId(id);
    if (!target) { return; }
    var unit = target.closest(".unit");
    if (unit && unit.hidden) { finder.reset(); filtered(); }
    if (byId("only-changes") && unit && !target.getClientRects().length) { byId("only-changes").checked = false; }
    var fold = target.closest("details") || target.querySelector("details.unchanged");
    if (fold) { fold.open = true; }
    target.scrollIntoView();
  }

  function wordsOf(unit) {
    if (!said.has(unit)) { said.set(unit, unit.textContent.toLowerCase().replace(/\s+/g, " ")); }
    return said.get(unit);
  }
  function filtered() {
    var text = byId("find-text").value.trim().toLowerCase().replace(/\s+/g, " ");
    var chosen = all("select[data-find]", finder).filter(function (each) { return each.value; });
    var shown = 0;
    units.forEach(function (unit, at) {
      var fits = chosen.every(function (each) {
        return (" " + (unit.dataset[each.dataset.find] || "") + " ").indexOf(" " + each.value + " ") >= 0;
      }) && (!text || wordsOf(unit).indexOf(text) >= 0);
      unit.hidden = !fits;
      if (rows[at]) { rows[at].hidden = !fits; }
      shown += fits ? 1 : 0;
    });
    all(".unit-table tr.group, .texts > p.group").forEach(function (group) {
      var next = group.nextElementSibling;
      while (next && next.hidden) { next = next.nextElementSibling; }
      group.hidden = !next || next.classList.contains("group");
    });
    var asked = Boolean(text || chosen.length);
    byId("clear").hidden = !asked;
    byId("found").textContent = !asked ? units.length + (units.length === 1 ? " provision" : " provisions")
      : shown ? shown + " of " + units.length + " provisions" : "No provision fits";
  }

  function changesIn(unit) {
    var skip = byId("hide-minor").checked;
    return all(".clause.changed", unit).filter(function (clause) {
      return !(skip && clause.classList.contains("minor-only"));
    });
  }
  function stepped(forward) {
    var here = document.querySelector(".clause.here");
    var box = here && here.getBoundingClientRect();
    if (!box || box.bottom < 0 || box.top > innerHeight) { here = null; }
    var edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    var shown = units.filter(function (unit) { return !unit.hidden; });
    if (!forward) { shown.reverse(); }
    var found = null;
    shown.some(function (unit) {
      var place = unit.getBoundingClientRect();
      if (here ? false : forward ? place.bottom <= edge : place.top >= edge) { return false; }
      var clauses = changesIn(unit);
      if (!forward) { clauses.reverse(); }
      found = clauses.find(function (clause) {
        if (!here) {
          var top = clause.getBoundingClientRect().top;
          return forward ? top >= edge : top < edge;
        }
        var order = here.compareDocumentPosition(clause);
        return Boolean(order & (forward ? 4 : 2));
      });
      return Boolean(found);
    });
    if (!found) { return; }
    all(".clause.here").forEach(function (each) { each.classList.remove("here"); });
    found.classList.add("here");
    found.tabIndex = -1;
    found.scrollIntoView();
    found.focus({ preventScroll: true });
  }

  function copied(button, cite) {
    var done = function () {
      button.textContent = "Copied";
      setTimeout(function () { button.textContent = "Copy"; }, 1500);
    };
    var byHand = function () {
      var range = document.createRange();
      range.selectNodeContents(cite);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (document.execCommand("copy")) { done(); }
    };
    if (navigator.clipboard) { navigator.clipboard.writeText(cite.textContent.trim()).then(done, byHand); } else { byHand(); }
  }
  function copiable(root) {
    all(".cite", root).forEach(function (cite) {
      if (cite.nextElementSibling && cite.nextElementSibling.className === "copy") { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", "Copy citation " + cite.textContent);
      button.addEventListener("click", function () { copied(button, cite); });
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
    window.addEventListener("resize", roomAbove);
    window.addEventListener("load", roomAbove);
    finder.addEventListener("submit", function (event) { event.preventDefault(); });
    finder.addEventListener("change", filtered);
    finder.addEventListener("reset", function () { setTimeout(filtered); });
    byId("find-text").addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(filtered, 120);
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
