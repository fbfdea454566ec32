// What words may mean that nobody has: other letters, parts, mistyped ones. It is loaded with the first such word.
const MISTYPED = 0.6, ALIKE = 0.35, FAR = 6;

// The query as it was meant.
function understood(best, isTyping) {
  const typed = best.query.slice(0, LONGEST);
  for (const others of [() => [respelt(typed)], () => layouts(typed)]) {
    for (const other of unknown(best.read).length ? others() : []) {
      const again = read(other, isTyping, true);
      if (again.length && unknown(again).length < unknown(best.read).length) best = { query: other, read: again };
    }
  }
  return drawers.isWaiting ? best : { ...best, read: parted(best.read, isTyping) };
}

// coldsore is cold sore; what nobody has may be mistyped
function parted(read, isTyping) {
  const isAlone = !isTyping && read.filter(({ isFaint }) => !isFaint).length === 1;
  return read.flatMap((one) => {
    if (one.meanings.size || one.isFaint || one.isOpen) return [one];
    for (let cut = 3; cut <= one.word.length - 3; cut += 1) {
      const parts = [one.word.slice(0, cut), one.word.slice(cut)];
      if (parts.every((part) => dictionary.isThere(part))) return parts.map((word) => ({ word, meanings: dictionary.meanings(word, false) }));
    }
    return [{ ...one, meanings: corrections(one.word, isAlone) }];
  });
}

// The words that are near one that nobody has, so that it may be mistyped: first those that begin like it, then those
// that begin with a letter of its first two, and where it stands alone (`isAlone`) also those whose first letter it lacks.
const corrections = (typed, isAlone) => dictionary.once(`${typed}? ${isAlone}`, () => correct(typed, isAlone));

function correct(typed, isAlone) {
  const { own, foreign } = drawers;
  const forms = [...new Set([typed, ...rootsOf(typed)])].filter((form) => form.length > 3);
  const like = (shelf) => forms.flatMap((form) => drawers.begun(shelf, form.slice(0, 2)));
  const begun = [typed[0], typed[1] + typed[0], typed.slice(1, 3)].flatMap((letters) => drawers.begun(own, letters));
  const steps = [[like(own), 1], [begun, 1], [like(foreign), 1]];
  if (typed.length > 6) steps.push([[...like(own), ...begun], 2]);
  if (isAlone) steps.push([drawers.headless(own, typed), 1]);
  for (const [numbers, most] of typed.length > 3 ? steps : []) {
    const found = near(typed, forms, numbers, most);
    if (found.size || drawers.isWaiting) return found;
  }
  return new Map();
}

// Letters that are doubled, or not, need be no mistake: басейн, itchhh.
function areNear(typed, word, most) {
  const one = undoubled(typed), other = undoubled(word);
  if (one === other) return word.length > 2;
  return word.length > 3 && (isNear(typed, word, most) || (one.length > 3 && isNear(one, other, most)));
}

function near(typed, forms, numbers, most) {
  const found = new Map(), letters = lettersOf(typed);
  const sure = (word) => MISTYPED / most * Math.min(1, word.length / typed.length);
  const mine = forms.map((form) => [form, lettersOf(form)]);
  for (const [word, number] of dictionary.wordsIn(numbers)) {
    const its = lettersOf(word);
    const may = ([form, bits]) => countOf(bits ^ its) <= 2 * most && areNear(form, word, most);
    if (mine.some(may)) found.set(number, sure(word));
  }
  for (const form of drawers.ask(numbers).flatMap((number) => dictionary.held.get(number).forms)) {
    if (countOf(lettersOf(form) ^ letters) > 2 * most || !areNear(typed, form, most)) continue;
    const roots = rootsOf(form);
    drawers.ask(roots.flatMap((root) => drawers.of(drawers.own, root)));
    for (const root of roots) if (dictionary.own.has(root)) found.set(dictionary.own.get(root), sure(form));
  }
  return found;
}

// Of the words that begin with the same letter those that look most like one, by the pairs of letters that they share (Dice).
function alike(typed) {
  if (typed.length < 4) return new Map();
  const pairs = (word) => new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
  const mine = pairs(typed), letters = lettersOf(typed), shared = [];
  for (const [word, number] of dictionary.wordsIn(drawers.begun(drawers.own, typed[0]))) {
    if (word.length < 4 || countOf(letters ^ lettersOf(word)) > FAR) continue;
    const its = pairs(word);
    const share = 2 * [...its].filter((pair) => mine.has(pair)).length / (its.size + mine.size);
    if (share > ALIKE) shared.push([number, share]);
  }
  return new Map(shared.sort((one, other) => other[1] - one[1]).slice(0, 3));
}
