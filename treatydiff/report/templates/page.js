"use strict";
(function () {
  function opened() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    var fold = target.closest("details") || target.querySelector("details.unchanged");
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
  }
  function copied(event) {
    var cite = event.target.closest ? event.target.closest(".cite[role=button]") : null;
    if (!cite || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) { return; }
    event.preventDefault();
    navigator.clipboard.writeText(cite.dataset.cite).then(function () {
      cite.classList.add("copied");
      setTimeout(function () { cite.classList.remove("copied"); }, 1500);
    }, function () {});
  }
  function stepped(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !/^[np]$/.test(event.key)) { return; }
    var shown = Array.prototype.filter.call(document.querySelectorAll(".clause.changed"), function (clause) {
      return clause.getClientRects().length > 0;
    });
    var at = shown.findIndex(function (clause) { return clause.getBoundingClientRect().top > 20; });
    if (at < 0) { at = shown.length; }
    var here = at < shown.length && shown[at].getBoundingClientRect().top < 40;
    var next = shown[event.key === "p" ? at - 1 : here ? at + 1 : at];
    if (next) { next.scrollIntoView(); window.scrollBy(0, -30); }
  }
  if (navigator.clipboard) {
    document.querySelectorAll(".cite").forEach(function (cite) {
      cite.setAttribute("role", "button");
      cite.tabIndex = 0;
      if (!cite.title) { cite.title = "Copy this citation"; }
    });
    document.addEventListener("click", copied);
    document.addEventListener("keydown", copied);
  }
  document.addEventListener("keydown", stepped);
  window.addEventListener("hashchange", opened);
  opened();
})();
