// Finds sections of the handbook. Stands in one script with the stems of a language and the index of its pages.
// index = [[page title, address, [[id, heading, text], …], language and direction if they are others], …]; `stemmers`
// holds one function for the language and one for the originals that stand in for translations, because nobody knows in
// which language a word was typed; `letters` has the language's code, its letters that count as others (`alike`), and
// those of every keyboard that are typed for a letter that looks the same (`lookalikes`).

const WORD = /[\p{L}\p{N}\p{M}\p{Cf}'’]+/gu; // Cf: soft hyphens, and the joiners that Persian writes within a word
const NOT_HEARD = /[\p{Cf}'’]/gu;
const TITLE = 5, HEADING = 4, TEXT = 1; // how much a word counts where it stands
const FOREIGN = 0.7; // and in a page that is not translated
const MOST = 20, MOST_OF_A_PAGE = 4, SNIPPET = 170;

const spelt = (word, others) => [...word].map((letter) => others[letter] ?? letter).join("");

function normal(word) {
  const small = word.normalize("NFKC").toLocaleLowerCase(letters.language).replace(NOT_HEARD, "");
  const plain = spelt(small, letters.alike);
  return /\p{Nd}/u.test(plain) ? spelt(plain, letters.lookalikes) : plain;
}

const stems = (word) => [...new Set(stemmers.flatMap((stemsIn) => stemsIn(word)))];
const wordsOf = (text) => (text.match(WORD) ?? []).map(normal).filter(Boolean);

function searchIn(index) {
  const sections = index.flatMap(([page, address, parts, language, direction]) => parts.map(([id, heading, text], place) =>
    ({ page, heading, text, address: id && place ? `${address}#${id}` : address, place, language, direction })));
  const weights = new Map(); // stem → section → how much
  const vocabulary = new Map(); // word → stems

  sections.forEach((section, number) => {
    const file = (text, weight) => wordsOf(text).forEach((word) => {
      if (!vocabulary.has(word)) vocabulary.set(word, stems(word));
      for (const stem of vocabulary.get(word)) {
        if (!weights.has(stem)) weights.set(stem, new Map());
        const by = weights.get(stem);
        by.set(number, (by.get(number) ?? 0) + weight);
      }
    });
    file(section.heading, section.place ? HEADING : TITLE);
    file(section.text, TEXT);
  });

  const rare = (stem) => Math.log(1 + sections.length / weights.get(stem).size);

  // The stems a typed word may mean, each with how sure that is.
  function meanings(word, isLast) {
    const found = new Map();
    const add = (stem, sure) => { if (weights.has(stem)) found.set(stem, Math.max(sure, found.get(stem) ?? 0)); };
    const like = (fits, sure) => {
      for (const [known, itsStems] of vocabulary) if (fits(known)) itsStems.forEach((stem) => add(stem, sure));
    };
    stems(word).forEach((stem) => add(stem, 1));
    if (word.length > 1 && (isLast || !found.size)) like((known) => known.startsWith(word), 0.6);
    if (!found.size && word.length > 3) like((known) => isNear(word, known, word.length < 8 ? 1 : 2), 0.4);
    return found;
  }

  function rank(typed) {
    const units = typed.map((word, place) => meanings(word, place === typed.length - 1)).filter((unit) => unit.size);
    const scores = new Map(); // section → [units found, score]
    for (const unit of units) {
      const best = new Map();
      for (const [stem, sure] of unit) {
        for (const [number, weight] of weights.get(stem)) {
          const score = sure * rare(stem) * (weight / (weight + 1.5)) * (sections[number].language ? FOREIGN : 1);
          best.set(number, Math.max(score, best.get(number) ?? 0));
        }
      }
      for (const [number, score] of best) {
        const [count, sum] = scores.get(number) ?? [0, 0];
        scores.set(number, [count + 1, sum + score]);
      }
    }
    const ranked = [...scores].sort(([, one], [, other]) => other[0] - one[0] || other[1] - one[1]);
    const full = ranked.filter(([, [count]]) => count === units.length);
    const hits = new Set(units.flatMap((unit) => [...unit.keys()]));
    const order = full.length ? full : ranked.sort(([, one], [, other]) => other[1] - one[1]);
    return { order: order.map(([number]) => sections[number]), hits };
  }

  return (query) => {
    const typed = [...new Set(wordsOf(query))];
    const { order, hits } = rank(typed);
    const perPage = new Map();
    const isHit = (word) => (vocabulary.get(word) ?? stems(word)).some((stem) => hits.has(stem));
    return order.filter(({ page }) => {
      perPage.set(page, (perPage.get(page) ?? 0) + 1);
      return perPage.get(page) <= MOST_OF_A_PAGE;
    }).slice(0, MOST).map((section) => ({
      heading: marked(section.heading, isHit),
      page: section.place ? section.page : "",
      text: marked(snippet(section.text, isHit), isHit),
      address: section.address,
      language: section.language,
      direction: section.direction,
    }));
  };
}

// Cuts a text into pieces [words, whether they were searched for].
function marked(text, isHit) {
  const pieces = [];
  let done = 0;
  for (const found of text.matchAll(WORD)) {
    if (!isHit(normal(found[0]))) continue;
    pieces.push([text.slice(done, found.index), false], [found[0], true]);
    done = found.index + found[0].length;
  }
  return [...pieces, [text.slice(done), false]].filter(([words]) => words);
}

function snippet(text, isHit) {
  if (text.length <= SNIPPET) return text;
  const first = [...text.matchAll(WORD)].find((found) => isHit(normal(found[0])))?.index ?? 0;
  const sentence = [...text.slice(0, first).matchAll(/[\p{Sentence_Terminal}:;؛·] /gu)].pop();
  const begin = sentence ? sentence.index + 2 : 0;
  const start = first - begin < 90 ? begin : text.indexOf(" ", first - 60) + 1;
  const end = start + SNIPPET < text.length ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

// Whether two words differ by at most `most` letters added, lost, changed or exchanged; the first letter is rarely wrong.
function isNear(word, other, most) {
  if (Math.abs(word.length - other.length) > most || (word[0] !== other[0] && word[0] !== other[1])) return false;
  let before = [], row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = word[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length] <= most;
}
