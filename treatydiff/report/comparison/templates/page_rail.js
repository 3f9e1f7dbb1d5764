// The rail: every provision in the order of the page, its length and relation, and where the reader is.
var Rail = (function () {
  function made(units, finder) {
    var rail = { links: [], heads: [], current: undefined };
    var nav = document.createElement("nav");
    nav.className = "rail";
    nav.setAttribute("aria-label", "Provisions");
    units.forEach(function (unit) {
      var link = document.createElement("a");
      var title = unit.querySelector("h3");
      var named = title.cloneNode(true);
      Array.prototype.forEach.call(named.querySelectorAll(".self, .was"), function (each) { each.remove(); });
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
    return rail;
  }
  return { made: made };
})();
