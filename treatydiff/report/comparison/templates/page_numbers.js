// Provisions by their numbers: “Article 6 (2)”, “Статья 6”, “第六条”. The words for kinds come from the grammar of references.
var Numbers = (function () {
  var ROMAN = /^(?=.)(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
  var COUNTED = { art: 1, rule: 1, part: 1, title: 1, chp: 1, sec: 1, annex: 1 };
  var HOLDERS = { part: 1, title: 1, chp: 1, sec: 1, subsec: 1, annex: 1 };
  var HAN = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";
  var NUMBER = new RegExp("^(?:\\d{1,4}(?:[a-z](?![a-z]))?|[" + HAN + "\u3007\u5341\u767e]{1,7}|[\\p{L}]{1,8})(?![\\p{L}\\p{N}])", "u");
  var SUFFIX = /^\s?-?\s?(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|ante)(?!\p{L})/u;
  var BETWEEN = /^(?:\s|[,;:.]|(?:of|the|in|de|du|la|le|les|l'|del|des|et|al|a|au|من)(?=\s))+/u;
  var kinds = null, known = null;

  function kindsOf() {
    if (!kinds) {
      var table = JSON.parse(document.getElementById("finder").dataset.kinds);
      kinds = Object.keys(table.words).map(function (kind) {
        return [kind, new RegExp("^(?:" + Words.fold(table.words[kind]) + ")(?![\\p{L}])", "u")];
      });
      kinds.first = new RegExp("^(?:" + Words.fold(table.first) + ")$", "u");
      kinds.han = new RegExp("^\u7b2c?([\\d" + HAN + "\u3007\u5341\u767e]{1,7})(?:\u4e4b([" + HAN + "]))?(" + Object.keys(table.han).join("|") + ")");
      kinds.ofHan = table.han;
      kinds.preamble = new RegExp("^(?:" + Words.fold(table.preamble) + ")$", "u");
    }
    return kinds;
  }
  function han(text) {
    return Array.from(text).reduce(function (value, sign) {
      var unit = { "\u5341": 10, "\u767e": 100 }[sign];
      if (unit) { value.sum += (value.digit || 1) * unit; value.digit = 0; } else { value.digit = value.digit * 10 + Math.max(0, HAN.indexOf(sign)); }
      return value;
    }, { sum: 0, digit: 0 });
  }
  function roman(text) {
    var values = { i: 1, v: 5, x: 10, l: 50, c: 100 };
    return Array.from(text).reduce(function (sum, sign, at) {
      return sum + (values[sign] < (values[text[at + 1]] || 0) ? -values[sign] : values[sign]);
    }, 0);
  }
  function worth(number, kind) {
    if (kind in COUNTED && ROMAN.test(number)) { return String(roman(number)); }
    if (number && Array.from(number).every(function (sign) { return (HAN + "\u3007\u5341\u767e").indexOf(sign) >= 0; })) {
      var value = han(number);
      return String(value.sum + value.digit);
    }
    return kindsOf().first.test(number) ? "1" : number;
  }

  // The steps that some words name, outermost first: [["art", "6"], ["", "2"]]; none if they name no provision.
  function parsed(words) {
    var rest = Words.fold(words).replace(/(\p{L})\.(?=\s|\d|$)/gu, "$1 ").trim(), steps = [];
    if (kindsOf().preamble.test(rest)) { return [["preamble", ""]]; }
    while (rest) {
      var step = stepOf(rest, steps.length);
      if (!step) { return []; }
      steps.push(step.slice(0, 2));
      rest = rest.slice(step[2]).replace(BETWEEN, "");
    }
    return steps;
  }
  function stepOf(rest, at) {
    var found = kindsOf().han.exec(rest);
    if (found) { return [kindsOf().ofHan[found[3]], worth(found[1]) + (found[2] ? ["bis", "ter", "quater"][HAN.indexOf(found[2]) - 2] || "" : ""), found[0].length]; }
    var kind = kindsOf().find(function (each) { return each[1].test(rest); });
    var used = kind ? kind[1].exec(rest)[0].length : 0;
    if (!kind && !(at ? /^[(\d\uff08]/ : /^\d/).test(rest)) { return null; }
    var open = /^\s*[-\u00a7]?\s*\(?\s*/.exec(rest.slice(used))[0];
    var number = NUMBER.exec(rest.slice(used + open.length));
    if (!number) { return kind && kind[0] === "annex" && !rest.slice(used) ? ["annex", "", used] : null; }
    used += open.length + number[0].length;
    var suffix = SUFFIX.exec(rest.slice(used));
    used += suffix ? suffix[0].length : 0;
    used += /^\s*\)?/.exec(rest.slice(used))[0].length;
    return [kind ? kind[0] : at ? "" : "art", worth(number[0], kind ? kind[0] : "art") + (suffix ? suffix[1] : ""), used];
  }

  function stepsOf(id) {
    return id.replace(/^a--/, "").split("__").map(function (part) {
      var at = part.indexOf("_"), kind = at < 0 ? part : part.slice(0, at);
      return [kind, at < 0 ? "" : worth(part.slice(at + 1).replace(/-\d+$/, "").toLowerCase(), kind)];
    }).filter(function (step) { return step[0] !== "opt"; });
  }
  // The last step is the provision itself; what has no kind ("6 (2)") must follow what stands before it.
  function named(steps, own) {
    var at = own.length - 1;
    for (var asked = steps.length - 1; asked >= 0; asked -= 1, at -= 1) {
      var loose = asked < steps.length - 1 && steps[asked + 1][0] !== "";
      while (loose && at >= 0 && !fits(steps[asked], own[at])) { at -= 1; }
      if (at < 0 || !fits(steps[asked], own[at])) { return false; }
    }
    return true;
  }
  function fits(step, own) {
    return step[1] === own[1] && (step[0] === own[0] || (!step[0] && own[0] !== "art") || (step[0] === "art" && own[0] === "rule")
      || (step[0] === "para" && own[0] === "rec") || (step[0] === "subpara" && own[0] === "point") || (step[0] === "point" && own[0] === "subpara"));
  }
  function all() {
    if (!known) {
      known = Array.prototype.map.call(document.querySelectorAll(".texts [id]"), function (each) { return { element: each, steps: stepsOf(each.id) }; });
    }
    return known;
  }
  // The elements of the provisions that some words name, in the order of the page, those of both drafts.
  function provisions(words) {
    var steps = parsed(words);
    if (!steps.length) { return []; }
    return all().filter(function (each) { return named(steps, each.steps); }).map(function (each) { return each.element; });
  }
  // The parts and chapters that some words name, among the values of a filter.
  function holders(words, values) {
    var steps = parsed(words);
    if (!steps.length || !(steps[steps.length - 1][0] in HOLDERS)) { return []; }
    return values.filter(function (value) { return named(steps, stepsOf(value)); });
  }
  return { provisions: provisions, holders: holders };
})();
