// Citations and addresses that can be copied.
var Copying = (function () {
  var all = function (css, root) { return Array.prototype.slice.call(root.querySelectorAll(css)); };
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

  document.addEventListener("toggle", function (event) {
    if (event.target.open && event.target.matches("details")) { copiable(event.target); }
  }, true);
  all(".unit-cites, blockquote footer", document).forEach(copiable);
  return { written: written };
})();
