// Which warning signs typed words tell of. A rule has places; one word of the list of each must be typed, in any order.
const UNFINISHED = 5; // letters from which a word that is being typed counts
const CUT = 2; // letters of an ending that is not written out: bleedin

class Dangers {
  constructor(drawers) {
    this.drawers = drawers;
    this.held = new Map(); // number of a drawer → its words
    this.lists = new Map(); // word → the lists that it stands in
    this.warnings = new Map(); // each rule once, though several drawers have it
    this.harmless = new Map();
    this.isMistyped = () => false; // until it is known how
  }

  learn(drawer, words, lists, warnings, harmless) {
    this.held.set(drawer, words);
    words.forEach((word, at) => this.lists.set(word, lists[at]));
    for (const rule of warnings) this.warnings.set(String(rule), rule);
    for (const rule of harmless) this.harmless.set(String(rule), rule);
  }

  // The numbers of the signs. `isKnown` tells whether the handbook has a word, which is not mistyped then; `isIdle` whether
  // a word says so little that it may stand among those of a harmless rule.
  in(typed, isKnown, isIdle, isTyping) {
    const idle = typed.map(isIdle);
    const meant = typed.map((word, place) => this.meant(word, place === typed.length - 1, isKnown, idle[place], isTyping).flatMap((it) => this.lists.get(it)));
    const inTurn = [...this.harmless].sort(([one, its], [other, others]) => others.length - its.length || (one < other ? -1 : 1));
    for (const [, places] of inTurn) {
      for (let start = 0; start < typed.length; start += 1) {
        for (const at of this.inOrder(places, meant, idle, start)) meant[at] = [];
      }
    }
    return new Set([...this.warnings.values()].filter(([, ...places]) => this.fit(places, meant, [])).map(([sign]) => sign));
  }

  // Where the words of a rule stand, each at a place of its own; null where one is missing.
  fit([list, ...rest], meant, taken) {
    if (list === undefined) return taken;
    for (let at = 0; at < meant.length; at += 1) {
      if (taken.includes(at) || !meant[at].includes(list)) continue;
      const fitting = this.fit(rest, meant, [...taken, at]);
      if (fitting) return fitting;
    }
    return null;
  }

  // Where the words of a rule stand in their order, from a place on; nowhere if others than idle ones stand among them.
  inOrder(places, meant, idle, start) {
    const fitting = [];
    for (let at = start; at < meant.length && fitting.length < places.length; at += 1) {
      if (meant[at].includes(places[fitting.length])) fitting.push(at);
      else if (!fitting.length || !idle[at]) return [];
    }
    return fitting.length === places.length ? fitting : [];
  }

  // The words of rules that a typed one may be.
  meant(word, isLast, isKnown, isIdle, isTyping) {
    const forms = [...new Set([word, ...rootsOf(word)])];
    const isBegun = isTyping && isLast && word.length < UNFINISHED;
    if (!isBegun) this.drawers.ask(forms.flatMap((form) => this.drawers.of(isIdle ? this.drawers.idle : this.drawers.own, form)));
    const found = forms.filter((form) => this.lists.has(form));
    if (found.length || word.length < 4 || this.drawers.isWaiting || isKnown(word)) return found;
    const begun = isLast && word.length >= UNFINISHED;
    if (!isTyping || !isLast) this.drawers.ask([UNKNOWN, ...this.drawers.begun(this.drawers.own, word.slice(0, 2))]);
    return [...this.held.values()].flat().filter((other) => {
      if (begun && other.startsWith(word)) return true;
      if (other.length >= UNFINISHED && word.length <= other.length + CUT && word.startsWith(other)) return true;
      return forms.some((form) => this.isMistyped(form, other));
    });
  }
}
