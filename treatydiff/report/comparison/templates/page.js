(function () {
  var all = function (css, root) { return Array.prototype.slice.call((root || document).querySelectorAll(css)); };
  var byId = function (id) { return document.getElementById(id); };
  var units = all(".texts > .unit");
  var rows = all(".unit-table tbody tr:not(.group)");
  var finder = byId("finder");
  var help = byId("help");
  var rail = { links: [], heads: [] };
  var unfolded = [], named = [], last = null;
  var switches = { view: ["layout-sides", "sides"], only: ["only-changes", "changes"], minor: ["hide-minor", "hidden"] };
  var choosers = finder ? all("select[data-find]", finder) : [];

  var counted = Words.counted;
  function wanted() { return byId("find-text").value.trim(); }

  // What is scrolled to must not hide behind the finder, where that stays at the top.
  function roomAbove() {
    var sticky = finder && !finder.hidden && getComputedStyle(finder).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticky ? finder.offsetHeight + 8 + "px" : "";
    document.documentElement.style.setProperty("--under", sticky ? finder.offsetHeight + "px" : "0");
  }

  function sought() {
    var view = { words: wanted() };
    choosers.forEach(function (each) { view[each.dataset.find] = each.value; });
    return view;
  }
  function looks() {
    var view = {};
    Object.keys(switches).forEach(function (name) { view[name] = byId(switches[name][0]).checked && switches[name][1]; });
    return view;
  }
  function addressed(by, place) {
    if (finder) { Address.written(by, place === undefined ? Address.place() : place, sought(), looks()); }
  }
  function cleared() {
    byId("find-text").value = "";
    choosers.forEach(function (each) { each.value = ""; });
  }
  // Sets the view that is asked for; back comes what of it this page does not have. What the page looks like stays as it is
  // for whoever goes back.
  function setView(asked, onlySought) {
    var lacking = Object.keys(asked).filter(function (name) {
      return name !== "words" && !(name in switches) && !choosers.some(function (each) { return each.dataset.find === name; });
    });
    cleared();
    byId("find-text").value = asked.words || "";
    choosers.forEach(function (each) {
      var value = asked[each.dataset.find] || "";
      each.value = value;
      if (each.selectedIndex < 0) { each.value = ""; lacking.push(each.dataset.find); }
    });
    Object.keys(switches).forEach(function (name) {
      if (onlySought || !(name in asked)) { return; }
      byId(switches[name][0]).checked = asked[name] === switches[name][1];
      if (asked[name] !== switches[name][1] && !(name === "view" && asked[name] === "inline")) { lacking.push(name); }
    });
    if (!onlySought && asked.view !== undefined && asked.view !== "sides") { byId("layout-inline").checked = true; }
    return lacking.map(function (name) { return name + " “" + asked[name] + "”"; });
  }

  // The provision that a place names, or the nearest around it: old links name what this comparison may not have.
  function found(place) {
    if (!place || byId(place)) { return byId(place); }
    var cited = finder ? Numbers.provisions(place.replace(/[_+-]+/g, " "))[0] : null;
    for (var at = place.lastIndexOf("__"); !cited && at > 0; at = place.lastIndexOf("__", at - 1)) { cited = byId(place.slice(0, at)); }
    return cited || null;
  }
  function told(parts) {
    var line = byId("astray");
    line.hidden = !parts.length;
    line.querySelector("span").textContent = parts.join(" ");
  }
  function opened(event) {
    var asked = finder && Address.asked();
    var again = Address.known();
    var place = Address.place();
    var target = found(place);
    var said = [];
    if (asked || (finder && again)) {
      var lacking = setView(asked || {}, again && event);
      if (lacking.length) { said.push("The address asks for " + lacking.join(" and ") + ", which this page does not have; that is left out."); }
      filtered();
    }
    if (place && !byId(place)) {
      var unit = target && target.closest(".unit");
      said.push("This page has no “" + place + "”" + (unit ? "; shown is " + unit.querySelector("h3").firstChild.data.trim() + "." : "; it is shown from its head."));
    }
    if (target) { shown(target, !asked); }
    told(said);
    addressed("", target ? target.id : "");
    if (again && Address.returned()) { return; }
    if (target) { target.scrollIntoView(); } else if (place) { scrollTo(0, 0); }
  }
  // Lifts what hides a place: filters, where the address asks for none; the folds around it.
  function shown(target, lift) {
    var unit = target.closest(".unit");
    var clause = target.closest(".clause");
    if (lift && ((unit && unit.hidden) || (clause && clause.hidden))) { cleared(); filtered(); }
    if (byId("only-changes") && unit && !target.getClientRects().length) { byId("only-changes").checked = false; }
    var fold = target.closest("details") || target.querySelector("details.unchanged");
    if (fold) { fold.open = true; }
  }

  // A value "obligation-" asks for any signal of that kind.
  function has(values, value) {
    return (" " + (values || "")).indexOf(" " + value) >= 0 && (value.slice(-1) === "-" || (" " + values + " ").indexOf(" " + value + " ") >= 0);
  }
  function isNamed(clause) {
    return named.some(function (each) {
      if (clause.contains(each.element)) { return true; }
      var inside = function (part) { return part.id.indexOf(each.element.id + "__") === 0; };
      return each.clause !== null && (inside(clause) || all("[id]", clause).some(inside));
    });
  }
  function clauseFits(clause, chosen, search) {
    var fits = chosen.every(function (each) { return has(clause.dataset[each.dataset.find], each.value); });
    return fits && (!search.words || isNamed(clause) || Words.holds(clause.querySelector(".inline"), search.words, search.apart));
  }
  // How many places of a provision fit, its clauses or it as a whole; none where it does not.
  function unitFits(unit, chosen, onClauses, search) {
    var clauses = all(".clause", unit);
    clauses.forEach(function (clause) { clause.hidden = false; });
    if (!chosen.every(function (each) { return has(unit.dataset[each.dataset.find], each.value); })) { return 0; }
    if (!onClauses.length && !search.words) { return 1; }
    if (!onClauses.length && named.some(function (each) { return !each.clause && each.unit === unit; })) { return 1; }
    var fitting = clauses.filter(function (clause) { return clauseFits(clause, onClauses, search); });
    var ofUnit = onClauses.every(function (each) { return each.dataset.find === "signal" && has(unit.dataset.signal, each.value); });
    if (!fitting.length) { return ofUnit && (!search.words || Words.holds(unit.querySelector("h3"), search.words, search.apart)) ? 1 : 0; }
    clauses.forEach(function (clause) { clause.hidden = fitting.indexOf(clause) < 0; });
    return fitting.length;
  }
  // Words that name a provision find it first, and then where they stand, not inside other numbers or words.
  function searched() {
    var words = Words.fold(wanted());
    var elements = words ? Numbers.provisions(words) : [];
    var ofA = function (element) { return element.id.indexOf("a--") === 0; };
    elements.sort(function (one, other) { return ofA(one) - ofA(other); });
    named = elements.map(function (element) {
      return { element: element, unit: element.closest(".unit"), clause: element.closest(".clause") };
    });
    var chapters = words && byId("find-chapter") ? Numbers.holders(words, all("option", byId("find-chapter")).map(function (each) { return each.value; })) : [];
    chapters.forEach(function (value) {
      units.filter(function (unit) { return has(unit.dataset.chapter, value); }).forEach(function (unit) { named.push({ element: unit, unit: unit, clause: null }); });
    });
    return { words: words, apart: named.length > 0 };
  }
  function filtered() {
    var search = searched();
    var chosen = choosers.filter(function (each) { return each.value; });
    var byClause = function (each) { return each.dataset.find === "signal" || each.dataset.find === "class"; };
    var onClauses = chosen.filter(byClause);
    var onUnits = chosen.filter(function (each) { return !byClause(each); });
    var fitting = 0, places = 0;
    units.forEach(function (unit, at) {
      var fits = unitFits(unit, onUnits, onClauses, search);
      unit.hidden = !fits;
      if (rows[at]) { rows[at].hidden = !fits; }
      if (rail.links[at]) { rail.links[at].hidden = !fits; }
      fitting += fits ? 1 : 0;
      places += fits;
    });
    all(".unit-table tr.group, .texts > p.group").forEach(function (group) {
      var next = group.nextElementSibling;
      while (next && next.hidden) { next = next.nextElementSibling; }
      group.hidden = !next || next.classList.contains("group");
    });
    rail.heads.forEach(function (pair) { pair[0].hidden = pair[1].hidden; });
    last = { search: search, everywhere: chosen.length === 0, unfold: onClauses.length > 0 };
    var hits = marked();
    byId("clear").hidden = !(search.words || chosen.length);
    byId("found").textContent = summed(fitting, places, hits, search, chosen, onClauses);
    roomAbove();
  }
  function summed(fitting, places, hits, search, chosen, onClauses) {
    var of = fitting.toLocaleString("en") + " of " + counted(units.length, "provision", "provisions");
    if (!search.words && !chosen.length) { return counted(units.length, "provision", "provisions"); }
    if (search.words && hits.beside) { of = (fitting ? of + " and in " : "") + "notes or front matter"; }
    else if (!fitting) { return "No provision fits"; }
    if (search.words) { return counted(hits.number, "hit", "hits") + " in " + of; }
    return (onClauses.length ? counted(places, "place", "places") + " in " : "") + of;
  }

  // What is looked for is lit where it stands, and what folds it away is opened for as long as it is looked for.
  function marked() {
    var search = last.search, lit = [], found = [], beside = 0;
    unfolded.forEach(function (fold) { fold.open = false; });
    unfolded = [];
    var open = function (part) {
      var fold = part.matches("h3") && search.apart ? part.parentElement.querySelector("details.unchanged") : part.closest("details.unchanged");
      if (fold && !fold.open) { fold.open = true; unfolded.push(fold); }
    };
    var add = function (part, hit, own) {
      hit.ranges.forEach(function (range) { lit.push(range); });
      if (own) { found.push({ part: part, hit: hit }); }
      open(part);
    };
    if (last.unfold) { units.forEach(function (unit) { if (!unit.hidden) { all(".clause:not([hidden])", unit).forEach(open); } }); }
    if (search.words) {
      titles().forEach(function (each) { add(each, Words.label(each), true); });
      var parts = ".clause:not([hidden]) .inline" + (search.apart ? "" : ", h3")
        + (byId("layout-sides").checked ? ", .clause:not([hidden]) .sides p" : "");
      units.forEach(function (unit) {
        if (unit.hidden) { return; }
        all(parts, unit).forEach(function (part) {
          if (!Words.holds(part, search.words, search.apart)) { return; }
          Words.hits(part, search.words, search.apart).forEach(function (hit) { add(part, hit, !part.closest(".sides")); });
        });
      });
      all(last.everywhere ? ".aside p, blockquote p" : "none").forEach(function (part) {
        if (!Words.holds(part, search.words, search.apart)) { return; }
        Words.hits(part, search.words, search.apart).forEach(function (hit) { add(part, hit, true); beside += 1; });
      });
    }
    Steps.glowing("hit", lit);
    Steps.anew(search.words ? found : null, changes);
    return { number: found.length, beside: beside };
  }
  // The labels of the provisions that are named: a number of A stands behind that of B ("was 5").
  function titles() {
    var found = [];
    named.forEach(function (each) {
      if (each.unit.hidden || (each.clause && each.clause.hidden)) { return; }
      var was = each.element.id.indexOf("a--") === 0 && each.element !== each.unit ? each.unit.querySelector("h3 > .was") : null;
      var label = each.clause ? each.clause.querySelector(".place") : was || each.unit.querySelector("h3");
      if (found.indexOf(label) < 0) { found.push(label); }
    });
    return found;
  }

  // The changed clauses that are shown, which n and p walk where nothing is looked for.
  function changes() {
    var skip = byId("hide-minor").checked, found = [];
    units.forEach(function (unit) {
      if (unit.hidden) { return; }
      all(".clause.changed:not([hidden])", unit).forEach(function (clause) {
        if (!(skip && clause.classList.contains("minor-only"))) { found.push({ part: clause, hit: null }); }
      });
    });
    return found;
  }

  // Whoever reads the text and narrows it sees the head of what is left, not what moved up into its place.
  function changed(by) {
    var head = byId("text");
    var reads = head.getBoundingClientRect().top < innerHeight / 2;
    filtered();
    var top = head.getBoundingClientRect().top;
    if (reads && (top < 0 || top > innerHeight / 2)) { head.scrollIntoView(); }
    addressed(by);
  }
  var waiting = 0;
  function atOnce() { if (waiting) { clearTimeout(waiting); waiting = 0; changed("words"); } }
  function typed(event) {
    if (event.isComposing) { return; }
    if (event.key === "Enter") {
      event.preventDefault();
      atOnce();
      Steps.stepped(!event.shiftKey, true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      clearTimeout(waiting);
      waiting = 0;
      if (byId("find-text").value) { byId("find-text").value = ""; changed("words"); }
      byId("find-text").blur();
    }
  }
  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || help.open) { return; }
    if (event.target.closest("input[type=search], select, textarea")) {
      if (event.key === "Escape" && event.target.id !== "find-text") { event.target.blur(); }
      return;
    }
    if (event.key === "n" || event.key === "p") { Steps.stepped(event.key === "n"); }
    else if (event.key === "/") { byId("find-text").focus(); byId("find-text").select(); }
    else if (event.key === "s") { byId(byId("layout-sides").checked ? "layout-inline" : "layout-sides").click(); }
    else if (event.key === "?") { help.showModal(); }
    else { return; }
    event.preventDefault();
  }
  function sent() {
    atOnce();
    addressed("");
    // A page on a disk is sent as a file: the folder that it lies in is nobody's business.
    var own = location.protocol === "file:" ? decodeURIComponent(location.pathname.split("/").pop()) + location.hash : location.href;
    Copying.written(own, byId("send"), "Copy view");
  }
  function wired() {
    finder.hidden = false;
    rail = Rail.made(units, finder);
    window.addEventListener("resize", roomAbove);
    window.addEventListener("load", roomAbove);
    finder.addEventListener("submit", function (event) { event.preventDefault(); atOnce(); Steps.stepped(true, true); });
    finder.addEventListener("change", function (event) {
      if (event.target.id === "find-text") { if (waiting) { atOnce(); } else { changed("words"); } } else { changed(event.target.dataset.find); }
    });
    finder.addEventListener("reset", function () { setTimeout(function () { changed("clear"); }); });
    byId("find-text").addEventListener("keydown", typed);
    byId("find-text").addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(atOnce, 120);
    });
    ["layout-inline", "layout-sides", "only-changes", "hide-minor"].forEach(function (id) {
      byId(id).addEventListener("change", function () {
        marked();
        addressed("");
        roomAbove();
      });
    });
    byId("more").addEventListener("click", function () {
      byId("more").setAttribute("aria-expanded", String(finder.classList.toggle("open")));
      roomAbove();
    });
    byId("send").addEventListener("click", sent);
    byId("step-on").addEventListener("click", function () { Steps.stepped(true); });
    byId("step-back").addEventListener("click", function () { Steps.stepped(false); });
    byId("ask").addEventListener("click", function () { help.showModal(); });
    document.addEventListener("keydown", pressed);
    filtered();
    roomAbove();
  }

  byId("astray").querySelector("button").addEventListener("click", function () { told([]); });
  Address.remembered();
  window.addEventListener("hashchange", opened);
  if (finder) { wired(); }
  opened();
})();
