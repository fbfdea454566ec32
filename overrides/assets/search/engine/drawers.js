// Where the words stand: in drawers by their first letters (scripts/handbook/render/search/drawers.py), which are loaded
// when something in them is asked for. A query is answered again until nothing is missing.
const UNKNOWN = "unknown"; // what is asked for with the first word that none has
const LAST = "\uffff";

class Drawers {
  // For each shelf the letters that its drawers begin with, and behind them letters that no word reaches; `idle` are the
  // words that find nothing by themselves.
  constructor(shelves, idle) {
    let number = 0;
    [this.idle, this.own, this.foreign] = shelves.map((starts) => {
      const shelf = { starts, number };
      number += Math.max(0, starts.length - 1);
      return shelf;
    });
    this.little = new Set(idle.flatMap((word) => [word, ...rootsOf(word)]));
    this.open = new Set();
    this.missing = new Set();
  }

  // The drawers in which a word may stand.
  of(shelf, word) {
    return [...(this.little.has(word) ? placed(this.idle, word) : []), ...placed(shelf, word)];
  }

  // The drawers in which words may stand that begin so.
  begun(shelf, letters) {
    const from = Math.max(0, placeOf(shelf, letters)), to = Math.min(placeOf(shelf, letters + LAST), shelf.starts.length - 2);
    const found = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => shelf.number + from + step);
    return this.little.has(letters) ? [...placed(this.idle, letters), ...found] : found;
  }

  // Where a word may stand whose first letter is lost.
  headless(shelf, word) {
    return [...new Set(shelf.starts.slice(0, -1).map((letters) => letters[0]))].flatMap((letter) => this.begun(shelf, letter + word.slice(0, 3)));
  }

  // Those that are there; what is not is missing.
  ask(numbers) {
    const asked = [...new Set(numbers)];
    for (const number of asked) if (!this.open.has(number)) this.missing.add(number);
    return asked.filter((number) => this.open.has(number));
  }

  get isWaiting() {
    return this.missing.size > 0;
  }
}

// The drawer of a shelf in which a word may stand.
const placed = (shelf, word) => {
  const place = placeOf(shelf, word);
  return place >= 0 && place < shelf.starts.length - 1 ? [shelf.number + place] : [];
};

const placeOf = ({ starts }, word) => starts.filter((letters) => letters <= word).length - 1;
