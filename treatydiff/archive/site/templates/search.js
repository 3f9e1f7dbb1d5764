"use strict";
(function () {
  var byId = function (id) { return document.getElementById(id); };
  var drafts = JSON.parse(byId("index").textContent);
  var form = byId("search");
  var AT_ONCE = 50;
  // A word is a run of letters and digits; signs of scripts that print no spaces are words of their own.
  var WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;
  var folded = new Map();
  var found = [];
  var shown = 0;

  function fold(word) { return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC"); }
  function wordsIn(text) {
    return Array.from(text.matchAll(WORD), function (match) {
      return { key: fold(match[0]), start: match.index, end: match.index + match[0].length };
    });
  }
  function keysOf(clause) {
    if (!folded.has(clause)) {
      folded.set(clause, " " + wordsIn(clause[2]).map(function (word) { return word.key; }).join(" ") + " ");
    }
    return folded.get(clause);
  }
  function termsOf(text) {
    return text.split(/\s+/).reduce(function (terms, part) {
      var own = wordsIn(part).map(function (word) { return { key: word.key, open: false }; });
      if (own.length && /\*$/.test(part)) { own[own.length - 1].open = true; }
      return terms.concat(own);
    }, []);
  }
  function holdsPhrase(keys, terms) {
    if (terms.slice(0, -1).some(function (term) { return term.open; })) {
      return marksIn(keys, terms, true).length > 0;
    }
    return keys.indexOf(" " + terms.map(written).join("")) >= 0;
  }
  function written(term) { return term.key + (term.open ? "" : " "); }

  function admits(draft, at) {
    var value = function (id) { return byId(id) ? byId(id).value.trim() : ""; };
    var since = value("since");
    var until = value("until");
    return (!value("draft") || Number(value("draft")) === at)
      && (!value("language") || value("language") === draft.language)
      && (!since || (draft.date !== "" && draft.date >= since))
      && (!until || (draft.date !== "" && draft.date.slice(0, until.length) <= until));
  }
  function articleId() {
    var article = byId("article").value.replace(/\s+/g, "");
    return !article || article.indexOf("_") >= 0 ? article : "art_" + article.toLowerCase();
  }
  function inArticle(clause, article) {
    return !article || ("__" + clause[0] + "__").indexOf("__" + article + "__") >= 0;
  }
  function clausesThat(fits) {
    var article = articleId();
    var hits = [];
    drafts.forEach(function (draft, at) {
      if (!admits(draft, at)) { return; }
      draft.clauses.forEach(function (clause) {
        if (inArticle(clause, article) && fits(keysOf(clause))) { hits.push([draft, clause]); }
      });
    });
    return hits;
  }

  function matches(word, term) { return term.open ? word.key.indexOf(term.key) === 0 : word.key === term.key; }
  function marksIn(text, terms, whole) {
    var there = wordsIn(text);
    if (!whole) {
      return there.filter(function (word) {
        return terms.some(function (term) { return matches(word, term); });
      });
    }
    return there.reduce(function (marks, word, at) {
      var run = there.slice(at, at + terms.length);
      var last = marks[marks.length - 1];
      if (run.length === terms.length && (!last || word.start >= last.end)
        && terms.every(function (term, place) { return matches(run[place], term); })) {
        marks.push({ start: word.start, end: run[run.length - 1].end });
      }
      return marks;
    }, []);
  }
  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  function hit(draft, clause, terms, whole) {
    var item = element("li", "");
    var place = element("p", "", { "class": "hit-place" });
    place.append(element("a", draft.name + ", " + clause[1], { href: draft.page + "#" + encodeURIComponent(clause[0]) }));
    if (draft.date) { place.append(element("span", " " + draft.date, { "class": "quiet" })); }
    var words = element("p", "", { lang: draft.language, dir: draft.way, "class": "hit-words" });
    var from = 0;
    marksIn(clause[2], terms, whole).forEach(function (mark) {
      words.append(clause[2].slice(from, mark.start), element("mark", clause[2].slice(mark.start, mark.end)));
      from = mark.end;
    });
    words.append(clause[2].slice(from));
    item.append(place, words);
    return item;
  }
  function more() {
    found.slice(shown, shown + AT_ONCE).forEach(function (each) { byId("hits").append(each()); });
    shown = Math.min(found.length, shown + AT_ONCE);
    byId("more").hidden = shown >= found.length;
  }
  function search() {
    var terms = termsOf(byId("words").value);
    byId("hits").textContent = "";
    byId("more").hidden = true;
    found = [];
    shown = 0;
    if (!terms.length) { byId("found").textContent = ""; return; }
    var whole = true;
    var hits = clausesThat(function (keys) { return holdsPhrase(keys, terms); });
    if (!hits.length && terms.length > 1) {
      whole = false;
      hits = clausesThat(function (keys) {
        return terms.every(function (term) { return keys.indexOf(" " + written(term)) >= 0; });
      });
    }
    found = hits.map(function (each) { return function () { return hit(each[0], each[1], terms, whole); }; });
    byId("found").textContent = !hits.length ? "No clause has these words."
      : hits.length + (hits.length === 1 ? " clause" : " clauses")
        + (whole ? "" : " with all of these words; none has them as a phrase");
    more();
  }

  function kept() { return new URLSearchParams(location.hash.slice(1)); }
  function restored() {
    var values = kept();
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.id) { field.value = values.get(field.id) || ""; }
    });
    search();
  }
  function asked(event) {
    event.preventDefault();
    var values = new URLSearchParams();
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.id && field.value) { values.set(field.id, field.value); }
    });
    if (kept().toString() === values.toString()) { search(); } else { location.hash = values.toString(); }
  }
  form.hidden = false;
  form.addEventListener("submit", asked);
  byId("more").addEventListener("click", more);
  window.addEventListener("hashchange", restored);
  restored();
})();
