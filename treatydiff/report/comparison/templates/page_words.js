"use strict";
// How words are looked for: case, accents, vowel signs, quotation marks and kinds of dashes and spaces do not matter.
var Words = (function () {
  var UNSEEN = /[\p{M}\p{Cf}\u0640]/gu;
  var QUOTES = /["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u300a\u300b]/g;
  var ASIDE = /(^|[^\p{L}\p{N}])'+|'+(?![\p{L}\p{N}])/gu;
  // Text of which every sign stays at its place.
  var SIMPLE = /^(?!.*  )[\x20\x21\x23-\x26\x28-\x7e]*$/;
  var ASCII = /^[\x20-\x7e]*$/;
  var signs = new Map();

  function signed(text) {
    return text.normalize("NFKD").replace(UNSEEN, "").toLowerCase().replace(QUOTES, "")
      .replace(/[\u2018-\u201b\u02bc]/g, "'").replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/[\u0660-\u0669]/g, function (digit) { return digit.charCodeAt(0) - 0x660; })
      .replace(/[\u06f0-\u06f9]/g, function (digit) { return digit.charCodeAt(0) - 0x6f0; });
  }
  function fold(text) {
    var plain = ASCII.test(text) ? text.toLowerCase().replace(/"/g, "") : signed(text);
    return (plain.indexOf("'") < 0 ? plain : plain.replace(ASIDE, "$1")).replace(/\s+/g, " ").trim();
  }
  // The folded text with, for each of its signs, the place of that sign in the text.
  function placed(text) {
    if (SIMPLE.test(text)) { return { text: text.toLowerCase(), places: null }; }
    var out = "", places = [];
    var letter = /[\p{L}\p{N}]/u;
    for (var at = 0; at < text.length; at += 1) {
      var sign = text[at];
      if (sign >= "\ud800" && sign < "\udc00") { sign += text[at + 1] || ""; }
      if (!signs.has(sign)) { signs.set(sign, signed(sign).replace(/\s+/g, " ")); }
      var plain = signs.get(sign);
      if (plain === "'" && !(letter.test(out.slice(-1)) && letter.test(text[at + 1] || ""))) { plain = ""; }
      if (plain === " " && (!out || out.slice(-1) === " ")) { plain = ""; }
      for (var each = 0; each < plain.length; each += 1) { places.push(at); }
      out += plain;
      at += sign.length - 1;
    }
    return { text: out, places: places };
  }

  // Text nodes of a part, each with its place in all of its text; `but` leaves out what one draft does not have.
  function nodesOf(part, but) {
    var walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    var nodes = [], start = 0;
    while (walker.nextNode()) {
      var node = walker.currentNode;
      var up = node.parentNode;
      while (but && up !== part && up.nodeName !== but) { up = up.parentNode; }
      if (!but || up === part) { nodes.push({ node: node, start: start }); }
      start += node.data.length;
    }
    return nodes;
  }
  function joined(nodes) { return nodes.map(function (each) { return each.node.data; }).join(""); }
  // A part that changed is read twice, as A and as B have it: what was struck parts no words of B.
  function sides(part) { return part.querySelector("del, ins") ? ["INS", "DEL"] : [""]; }

  var said = new Map();
  function readings(part) {
    if (!said.has(part)) {
      said.set(part, sides(part).map(function (but) { return fold(but ? joined(nodesOf(part, but)) : part.textContent); }));
    }
    return said.get(part);
  }
  function whole(text, at, length) {
    var letter = /[\p{L}\p{N}]/u;
    return !letter.test(text[at - 1] || "") && !letter.test(text[at + length] || "");
  }
  function next(text, words, from, apart) {
    var at = text.indexOf(words, from);
    while (apart && at >= 0 && !whole(text, at, words.length)) { at = text.indexOf(words, at + 1); }
    return at;
  }
  function holds(part, words, apart) {
    return readings(part).some(function (text) { return next(text, words, 0, apart) >= 0; });
  }
  // Every place of the words in a part, in the order of its text, as the ranges that they take. Ranges that do not follow
  // changes of the page cost a tenth of those that do.
  function hits(part, words, apart) {
    var found = [], known = new Set();
    var both = sides(part);
    both.forEach(function (but) {
      var nodes = nodesOf(part, but);
      var reading = placed(joined(nodes));
      var first = 0, before = 0;
      for (var at = next(reading.text, words, 0, apart); at >= 0; at = next(reading.text, words, at + words.length, apart)) {
        var from = reading.places ? reading.places[at] : at;
        var to = reading.places ? reading.places[at + words.length - 1] + 1 : at + words.length;
        while (first + 1 < nodes.length && before + nodes[first].node.data.length <= from) { before += nodes[first].node.data.length; first += 1; }
        var hit = taken(nodes, first, before, from, to);
        var key = hit.start * 16777216 + hit.end;
        if (both.length > 1 && known.has(key)) { continue; }
        known.add(key);
        found.push(hit);
      }
    });
    return both.length > 1 ? found.sort(function (one, other) { return one.start - other.start; }) : found;
  }
  function taken(nodes, first, before, from, to) {
    var hit = { ranges: [], start: nodes[first].start + from - before, end: 0 }, runs = [];
    for (var at = first; at < nodes.length && before < to; at += 1) {
      var node = nodes[at].node, length = node.data.length;
      var begin = Math.max(0, from - before), end = Math.min(length, to - before);
      if (end > begin) {
        if (runs.length && nodes[at].start === hit.end) { runs[runs.length - 1].endContainer = node; runs[runs.length - 1].endOffset = end; }
        else { runs.push({ startContainer: node, startOffset: begin, endContainer: node, endOffset: end }); }
      }
      hit.end = nodes[at].start + end;
      before += length;
    }
    hit.ranges = runs.map(function (run) { return new StaticRange(run); });
    return hit;
  }
  // The whole of an element as a hit.
  function label(element) {
    var node = nodesOf(element).filter(function (each) { return each.node.data.trim(); })[0];
    if (!node) { return { ranges: [], start: 0, end: 0 }; }
    var text = node.node.data, begin = text.length - text.trimStart().length;
    return { ranges: [new StaticRange({ startContainer: node.node, startOffset: begin, endContainer: node.node, endOffset: text.trimEnd().length })],
      start: node.start + begin, end: node.start + text.trimEnd().length };
  }
  function counted(number, one, many) { return number.toLocaleString("en") + " " + (number === 1 ? one : many); }
  return { fold: fold, holds: holds, hits: hits, label: label, counted: counted };
})();
