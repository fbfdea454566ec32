// Which warning signs typed words tell of. A rule has places; one word of the list of each must be typed, in any order.
const UNFINISHED = 5; // letters from which a word that is being typed counts
const LONG = 9; // and from which two of them may be wrong

class Dangers {
  constructor({ pairs, lists, warnings, harmless }) {
    const texts = swapped(lists, pairs).split("|").map((words) => words.split(" "));
    const whole = (number) => texts[number].flatMap((word) => (word.startsWith("^") ? whole(word.slice(1)) : [word]));
    this.lists = texts.map((_, number) => new Set(whole(number)));
    this.words = [...new Set(this.lists.flatMap((list) => [...list]))];
    this.all = new Set(this.words);
    this.warnings = listsIn(warnings).map(([sign, ...places]) => ({ sign, places }));
    this.harmless = listsIn(harmless).sort((one, other) => other.length - one.length);
    this.letters = this.words.map(lettersOf);
  }

  // The numbers of the signs. `isKnown` tells whether the handbook has a word, which is not mistyped then; `isIdle` whether
  // a word says so little that it may stand among those of a harmless rule.
  in(typed, isKnown, isIdle) {
    const meant = typed.map((word, place) => this.meant(word, place === typed.length - 1, isKnown));
    const idle = typed.map(isIdle);
    for (const places of this.harmless) {
      for (let start = 0; start < typed.length; start += 1) {
        for (const at of this.inOrder(places, meant, idle, start)) meant[at] = [];
      }
    }
    return new Set(this.warnings.filter(({ places }) => this.fit(places, meant, [])).map(({ sign }) => sign));
  }

  // Where the words of a rule stand, each at a place of its own; null where one is missing.
  fit([list, ...rest], meant, taken) {
    if (list === undefined) return taken;
    for (let at = 0; at < meant.length; at += 1) {
      if (taken.includes(at) || !meant[at].some((word) => this.lists[list].has(word))) continue;
      const fitting = this.fit(rest, meant, [...taken, at]);
      if (fitting) return fitting;
    }
    return null;
  }

  // Where the words of a rule stand in their order, from a place on; nowhere if others than idle ones stand among them.
  inOrder(places, meant, idle, start) {
    const fitting = [];
    for (let at = start; at < meant.length && fitting.length < places.length; at += 1) {
      if (meant[at].some((word) => this.lists[places[fitting.length]].has(word))) fitting.push(at);
      else if (!fitting.length || !idle[at]) return [];
    }
    return fitting.length === places.length ? fitting : [];
  }

  meant(word, isLast, isKnown) {
    const forms = [...new Set([word, ...rootsOf(word)])];
    const found = forms.filter((form) => this.all.has(form));
    if (found.length || word.length < 4 || isKnown(word)) return found;
    const begun = isLast && word.length >= UNFINISHED;
    const typed = forms.map((form) => [form, lettersOf(form)]);
    return this.words.filter((other, number) => {
      if (begun && other.startsWith(word)) return true;
      return typed.some(([form, its]) => countOf(its ^ this.letters[number]) <= 4 && isMistyped(form, other));
    });
  }
}

const undoubled = (word) => word.replace(/(.)\1+/gu, "$1");

function isMistyped(form, word) {
  if (undoubled(form) === undoubled(word)) return true;
  return form.length > 3 && word.length > 3 && isNear(form, word, Math.min(form.length, word.length) < LONG ? 1 : 2);
}
