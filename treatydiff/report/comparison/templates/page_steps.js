// What n, p and Enter walk, in the order in which it is counted: the hits, else the changed clauses.
var Steps = (function () {
  var stops = null, stop = -1, make = null;

  // Begins anew: with the hits, or with what is found out once somebody steps.
  function anew(found, lazily) {
    stops = found;
    make = lazily;
    stopped(-1);
  }
  function glowing(name, ranges) {
    if (!window.CSS || !CSS.highlights || !window.Highlight) { return; }
    var lit = new Highlight();
    lit.priority = name === "hit" ? 0 : 1;
    ranges.forEach(function (range) { lit.add(range); });
    CSS.highlights.set(name, lit);
  }
  function stopped(at) {
    stop = at;
    var found = at >= 0 && stops[at];
    Array.prototype.forEach.call(document.querySelectorAll(".here"), function (each) { each.classList.remove("here"); });
    document.getElementById("stop").textContent = !found ? "" : (at + 1).toLocaleString("en") + " of "
      + (found.hit ? Words.counted(stops.length, "hit", "hits") : Words.counted(stops.length, "change", "changes"));
    glowing("here", found && found.hit ? found.hit.ranges : []);
  }
  function stepped(forward, keepFocus) {
    var list = stops = stops || make();
    var seen = stop >= 0 && placeOf(list[stop]).getBoundingClientRect();
    var lost = !seen || seen.bottom < 0 || seen.top > innerHeight;
    var at = lost && !(list[0] && list[0].hit) ? beyond(list, forward) : stop + (forward ? 1 : -1);
    if (stop < 0 && list[0] && list[0].hit) { at = forward ? 0 : list.length - 1; }
    if (list[at]) { reached(list, at, keepFocus); }
  }
  function placeOf(each) { return each.part.closest(".clause, .aside, blockquote") || each.part; }
  function reached(list, at, keepFocus) {
    var place = placeOf(list[at]);
    var fold = place.closest("details");
    if (fold) { fold.open = true; }
    stopped(at);
    place.classList.add("here");
    place.tabIndex = -1;
    place.scrollIntoView();
    var range = list[at].hit && list[at].hit.ranges[0];
    if (range) { // a hit far down in a long clause
      var own = document.createRange();
      own.setStart(range.startContainer, range.startOffset);
      own.setEnd(range.endContainer, range.endOffset);
      var bottom = own.getBoundingClientRect().bottom;
      if (bottom > innerHeight) { scrollBy(0, bottom - innerHeight / 2); }
    }
    if (!keepFocus) { place.focus({ preventScroll: true }); }
  }
  // The first stop behind, or the last before, where the reader is; by halves, since a page can have thousands.
  function beyond(list, forward) {
    var edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    var low = 0, high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (list[middle].part.getBoundingClientRect().top < edge) { low = middle + 1; } else { high = middle; }
    }
    return forward ? low : low - 1;
  }
  return { anew: anew, stepped: stepped, glowing: glowing };
})();
