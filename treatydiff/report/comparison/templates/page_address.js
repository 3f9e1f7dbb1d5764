// The address holds the place and, behind a question mark, the view: #art_6?relation=moved&view=sides.
// A link, a filter and a search are one entry of the history each, however often one is changed in a row; how the page
// looks is none. Every entry remembers what was read, so that Back leads there.
var Address = (function () {
  var now = { view: "", looks: "" };
  var waiting = 0;

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (broken) { return text; }
  }
  function place() { return decoded(location.hash.slice(1).split("?")[0]); }
  // What the address asks for by name; null where it asks for nothing, as a link to a place does.
  function asked() {
    var at = location.hash.indexOf("?");
    if (at < 0) { return null; }
    var found = {};
    location.hash.slice(at + 1).split("&").forEach(function (part) {
      var equals = part.indexOf("=");
      if (equals > 0) { found[decoded(part.slice(0, equals))] = decoded(part.slice(equals + 1)); }
    });
    return found;
  }
  function joined(values) {
    return Object.keys(values).filter(function (name) { return values[name]; })
      .map(function (name) { return name + "=" + encodeURIComponent(values[name]); }).join("&");
  }
  function here() {
    var finder = document.getElementById("finder");
    var under = finder ? Math.max(0, finder.getBoundingClientRect().bottom) : 0;
    var seen = document.elementFromPoint(innerWidth / 2, Math.min(innerHeight - 2, (under < innerHeight / 2 ? under : 0) + 30));
    var part = seen && seen.closest(".texts [id]");
    return part ? { id: part.id, top: part.getBoundingClientRect().top } : { top: scrollY };
  }
  function kept(change, hash) {
    var state = Object.assign({ own: true }, history.state, change);
    try { history.replaceState(state, "", hash === undefined ? location.href : hash); } catch (refused) { return; }
  }
  // By is the control that changed the view, "" where it was none; the view is what is sought, looks how it is shown.
  function written(by, where, view, looks) {
    var sought = joined(view), own = joined(looks);
    var both = [sought, own].filter(Boolean).join("&");
    var hash = encodeURIComponent(where) + (both ? "?" + both : "");
    var state = history.state || {};
    var further = by && sought !== now.view && by !== state.by && now.view !== state.before;
    var before = now.view;
    now = { view: sought, looks: own };
    if (hash === location.hash.slice(1)) { kept({}); return; }
    if (!further) { kept(by && sought !== before ? { by: by } : {}, hash || location.hash ? "#" + hash : undefined); return; }
    kept({ at: here() });
    try { history.pushState({ own: true, by: by, before: before }, "", "#" + hash); } catch (refused) { return; }
  }
  function returned() {
    var at = (history.state || {}).at;
    if (!at) { return false; }
    var part = at.id && document.getElementById(at.id);
    if (part) {
      part.scrollIntoView();
      scrollBy(0, part.getBoundingClientRect().top - at.top);
    } else { scrollTo(0, at.top); }
    return true;
  }
  function remembered() {
    if ("scrollRestoration" in history) { history.scrollRestoration = "manual"; }
    addEventListener("scroll", function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () { kept({ at: here() }); }, 400);
    }, { passive: true });
    document.addEventListener("click", function (event) {
      if (event.target.closest && event.target.closest("a[href^='#']")) { clearTimeout(waiting); kept({ at: here() }); }
    }, true);
  }
  return {
    place: place, asked: asked, written: written, returned: returned, remembered: remembered,
    known: function () { return Boolean(history.state && history.state.own); }
  };
})();
