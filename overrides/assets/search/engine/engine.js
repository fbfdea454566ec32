// Answers what is typed. `index` is what scripts/handbook/render/search/script.py writes.
const MOST = 12, MOST_OF_A_PAGE = 3, LEAST = 0.2, DOUBTED = 0.25, MARKED = 0.5, FEW = 4, LONGEST = 200, MOST_HEARD = 30, COMMON = 0.4;

function searchIn(index) {
  const dangers = new Dangers(index);
  const idle = new Set(wordsOf(index.idle));
  const texts = [], hits = new Set();
  // Until the words are there, what is typed can only warn, and as nobody knows what is mistyped, by its own words.
  let pages = [], headings = [], sections = [], dictionary = new Dictionary([], [], [], []), concepts = [], keyboards = [];
  let shown = { marked: (text) => [[text, false]] }; // excerpts.js, when it is there

  // The words, each with its meanings; `isFaint` if it tells something only beside others.
  function read(query) {
    const words = [...new Set(wordsOf(query.slice(0, LONGEST)))];
    const isTold = words.some((word) => !idle.has(word));
    const [faint, telling] = [true, false].map((which) => words.filter((word) => (isTold && idle.has(word)) === which).slice(0, MOST));
    const typed = telling.map((word) => ({ word, meanings: dictionary.meanings(word, word === words.at(-1)) }));
    return [...joined(typed), ...faint.map((word) => ({ word, meanings: dictionary.exactly(word), isFaint: true }))];
  }

  // sun screen is sunscreen
  function joined(read) {
    for (let place = 0; place + 1 < read.length; place += 1) {
      const together = read[place].word + read[place + 1].word;
      if (dictionary.has(together)) {
        const meanings = dictionary.meanings(together, false);
        for (const one of [read[place], read[place + 1]]) one.meanings = new Map([...one.meanings, ...meanings]);
      }
    }
    return read;
  }

  // coldsore is cold sore; what nobody has may be mistyped
  function parted(read) {
    return read.flatMap((one) => {
      if (one.meanings.size || one.isFaint) return [one];
      for (let cut = 3; cut <= one.word.length - 3; cut += 1) {
        const parts = [one.word.slice(0, cut), one.word.slice(cut)];
        if (parts.every((part) => dictionary.has(part))) return parts.map((word) => ({ word, meanings: dictionary.meanings(word, false) }));
      }
      return [{ ...one, meanings: dictionary.corrections(one.word) }];
    });
  }

  // ljrnjh is доктор, typed with the other keyboard
  function* layouts(query) {
    for (const [keys, others] of keyboards) {
      for (const [from, to] of [[keys, others], [others, keys]]) {
        const typed = [...query.toLowerCase()].map((key) => (from.includes(key) ? to[from.indexOf(key)] : key)).join("");
        if (typed !== query.toLowerCase()) yield typed;
      }
    }
  }

  const unknown = (read) => read.filter(({ meanings, isFaint }) => !meanings.size && !isFaint);

  function understood(query) {
    let best = { query, read: read(query) };
    for (const other of unknown(best.read).length ? layouts(query.slice(0, LONGEST)) : []) {
      const again = read(other);
      if (again.length && unknown(again).length < unknown(best.read).length) best = { query: other, read: again };
    }
    return { ...best, read: ordered(parted(best.read)) };
  }

  // laser, skin: what nearly every section says tells something only beside others, too.
  function ordered(read) {
    const isCommon = ({ meanings }) => [...meanings].some(([number]) => dictionary.postings[number].count > COMMON * sections.length);
    const rest = read.filter((one) => !one.isFaint && one.meanings.size && !isCommon(one));
    const marked = rest.length ? read.map((one) => ({ ...one, isFaint: one.isFaint || isCommon(one) })) : read;
    return [...marked.filter((one) => !one.isFaint), ...marked.filter((one) => one.isFaint)];
  }

  function search(query) {
    const { query: meant, read } = understood(query);
    const { ranked, spoken } = rank(read, dictionary, concepts, sections.length);
    remember(read, spoken);
    const found = spread(ranked).map(([section]) => described(section));
    return {
      sections: found,
      warnings: warned(meant),
      meant: meant === query ? "" : meant,
      unknown: unknown(read).map(({ word }) => word),
      nearest: found.length ? [] : spread(likely(read)).slice(0, FEW).map(([section]) => described(section)),
    };
  }

  // Few of each page, and none that says far less than the first.
  function spread(ranked) {
    const perPage = new Map();
    const least = (ranked[0]?.[1] ?? 0) * LEAST;
    return ranked.filter(([section, score]) => {
      const { page } = sections[section];
      perPage.set(page, (perPage.get(page) ?? 0) + 1);
      return score >= least && perPage.get(page) <= MOST_OF_A_PAGE;
    }).slice(0, MOST);
  }

  // What is told of words that nobody has: the sections of words that look most like them.
  function likely(read) {
    return rank(read.map((one) => ({ ...one, meanings: dictionary.alike(one.word) })), dictionary, concepts, sections.length).ranked;
  }

  // The words to mark: those that were meant, and everything that their concepts are called.
  function remember(read, spoken) {
    hits.clear();
    const meant = read.filter(({ isFaint }) => !isFaint).flatMap(({ meanings }) => [...meanings].filter(([, sure]) => sure >= MARKED).map(([number]) => number));
    const called = spoken.filter(({ sure }) => sure > DOUBTED).flatMap(({ concept }) => dictionary.called[concept] ?? []);
    for (const number of [...meant, ...called]) hits.add(dictionary.words[number]);
  }

  // The boxes to show above everything, the most urgent first: each with the signs that were typed. All words count here.
  function warned(query) {
    const typed = wordsOf(query.slice(0, LONGEST)).slice(0, MOST_HEARD);
    const told = dangers.in(typed, (word) => !search.isWhole || idle.has(word) || dictionary.has(word), (word) => idle.has(word));
    const signs = index.signs.map(([id, box], number) => ({ id, box, number })).filter(({ number }) => told.has(number));
    return [...new Set(signs.map(({ box }) => box))].map((box) => {
      const [address, title, first, calls] = index.boxes[box];
      return { address, title, first, calls, signs: signs.filter((sign) => sign.box === box) };
    });
  }

  function described(number) {
    const { page, place, id, heading } = sections[number];
    const [address, language, direction] = pages[page];
    return { number, page, heading, title: place ? headings[page][0] : "", language, direction, address: place && id ? `${address}#${id}` : address };
  }

  const isHit = (word) => wordsOf(word).some((part) => [part, ...rootsOf(part)].some((root) => hits.has(root)));
  const textOf = (number) => texts[sections[number].page]?.[sections[number].place];

  search.isWhole = false;
  search.WORD = WORD;
  search.add = (its, shows) => {
    shown = shows;
    ({ pages, keyboards } = its);
    headings = swapped(its.headings, its.pairs).split("\n").map((page) => page.split("\t"));
    sections = its.ids.flatMap((ids, page) => ids.split(" ").map((id, place) => ({ page, place, id, heading: headings[page][place] })));
    const [own, foreign] = its.concepts.phrases.map(phrasesIn);
    const [words, forms] = [its.words, its.forms].map((text) => wordsIn(swapped(text, its.pairs)));
    dictionary = new Dictionary(words, forms, postingsIn(its.ways, its.levels), own.map((said, at) => [...said, ...foreign[at]]));
    concepts = postingsIn(its.concepts.ways, its.concepts.levels);
    search.isWhole = true;
  };
  search.tell = (page, its) => { texts[page] = its; };
  search.warn = (its) => { search.signs = its; };
  search.marked = (text) => shown.marked(text, isHit);
  // A piece of a section's text with the words that were searched for, and these; nothing until the text is there.
  search.excerpt = (number) => {
    const text = textOf(number);
    if (text === undefined || !search.isWhole) return null;
    const words = [...new Set((text.match(WORD) ?? []).filter(isHit))].slice(0, MOST);
    return { pieces: shown.marked(shown.snippet(text, isHit), isHit), words };
  };
  return search;
}
