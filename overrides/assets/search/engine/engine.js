// Answers what is typed. `index` is what scripts/handbook/render/search/script.py writes.
const MOST = 12, MOST_OF_A_PAGE = 3, LEAST = 0.2, DOUBTED = 0.25, MARKED = 0.5, FEW = 4, LONGEST = 200, MOST_HEARD = 30, HEADED = 1;

function searchIn(index) {
  const dangers = new Dangers(index);
  const idle = new Set(wordsOf(index.idle));
  const headings = swapped(index.headings, index.pairs).split("\n").map((page) => page.split("\t"));
  const sections = index.ids.flatMap((ids, page) => ids.split(" ").map((id, place) => ({ page, place, id, heading: headings[page][place] })));
  const texts = [], hits = new Set();
  let dictionary = headed(), concepts = [];

  // Until the words of the texts are there, sections are found by those of their headings.
  function headed() {
    const found = new Map();
    sections.forEach(({ heading }, section) => {
      for (const word of wordsOf(heading).filter((each) => !idle.has(each))) {
        const roots = rootsOf(word);
        for (const root of roots.includes(word) ? [word] : roots) found.set(root, [...(found.get(root) ?? []), [section, HEADED]]);
      }
    });
    return new Dictionary([...found.keys()], [...found.values()].map((its) => ({ found: its, count: its.length })), []);
  }

  // The words that tell something, or all where none does, each with its meanings.
  function read(query) {
    const words = [...new Set(wordsOf(query.slice(0, LONGEST)))];
    const telling = words.filter((word) => !idle.has(word));
    const typed = (telling.length ? telling : words).slice(0, MOST);
    return joined(typed.map((word, place) => ({ word, meanings: dictionary.meanings(word, place === typed.length - 1) })));
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
      if (one.meanings.size) return [one];
      for (let cut = 3; cut <= one.word.length - 3; cut += 1) {
        const parts = [one.word.slice(0, cut), one.word.slice(cut)];
        if (parts.every((part) => dictionary.has(part))) return parts.map((word) => ({ word, meanings: dictionary.meanings(word, false) }));
      }
      return [{ ...one, meanings: dictionary.corrections(one.word) }];
    });
  }

  // ljrnjh is доктор, typed with the other keyboard
  function* layouts(query) {
    for (const [keys, others] of index.keyboards) {
      for (const [from, to] of [[keys, others], [others, keys]]) {
        const typed = [...query.toLowerCase()].map((key) => (from.includes(key) ? to[from.indexOf(key)] : key)).join("");
        if (typed !== query.toLowerCase()) yield typed;
      }
    }
  }

  const unknown = (read) => read.filter(({ meanings }) => !meanings.size);

  function understood(query) {
    let best = { query, read: read(query) };
    for (const other of unknown(best.read).length ? layouts(query.slice(0, LONGEST)) : []) {
      const again = read(other);
      if (again.length && unknown(again).length < unknown(best.read).length) best = { query: other, read: again };
    }
    return { ...best, read: parted(best.read) };
  }

  function search(query) {
    const { query: meant, read } = understood(query);
    const { ranked, spoken } = rank(read.map(({ meanings }) => meanings), dictionary, concepts, sections.length);
    remember(read, spoken);
    const found = spread(ranked).map(([section]) => described(section));
    return {
      sections: found,
      warnings: warned(meant),
      meant: meant === query ? "" : meant,
      unknown: search.isWhole ? unknown(read).map(({ word }) => word) : [],
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
    return rank(read.map(({ word }) => dictionary.alike(word)), dictionary, concepts, sections.length).ranked;
  }

  // The words to mark: those that were meant, and everything that their concepts are called.
  function remember(read, spoken) {
    hits.clear();
    const meant = read.flatMap(({ meanings }) => [...meanings].filter(([, sure]) => sure >= MARKED).map(([number]) => number));
    const called = spoken.filter(({ sure }) => sure > DOUBTED).flatMap(({ concept }) => dictionary.called[concept] ?? []);
    for (const number of [...meant, ...called]) hits.add(dictionary.words[number]);
  }

  // The boxes to show above everything, the most urgent first: each with the signs that were typed. All words count here.
  function warned(query) {
    const typed = wordsOf(query.slice(0, LONGEST)).slice(0, MOST_HEARD);
    const told = dangers.in(typed, (word) => idle.has(word) || dictionary.has(word));
    const signs = index.signs.map(([id, box], number) => ({ id, box, number })).filter(({ number }) => told.has(number));
    return [...new Set(signs.map(({ box }) => box))].map((box) => {
      const [address, title, first, calls] = index.boxes[box];
      return { address, title, first, calls, signs: signs.filter((sign) => sign.box === box) };
    });
  }

  function described(number) {
    const { page, place, id, heading } = sections[number];
    const [address, language, direction] = index.pages[page];
    return { number, page, heading, title: place ? headings[page][0] : "", language, direction, address: place && id ? `${address}#${id}` : address };
  }

  const isHit = (word) => wordsOf(word).some((part) => [part, ...rootsOf(part)].some((root) => hits.has(root)));
  const textOf = (number) => texts[sections[number].page]?.[sections[number].place];

  search.isWhole = false;
  search.add = ({ pairs, words, ways, levels, concepts: its }) => {
    const [own, foreign] = its.phrases.map(phrasesIn);
    dictionary = new Dictionary(wordsIn(swapped(words, pairs)), postingsIn(ways, levels), own.map((said, at) => [...said, ...foreign[at]]));
    concepts = postingsIn(its.ways, its.levels);
    search.isWhole = true;
  };
  search.tell = (page, its) => { texts[page] = its; };
  search.warn = (its) => { search.signs = its; };
  search.marked = (text) => marked(text, isHit);
  // A piece of a section's text with the words that were searched for, and these; nothing until the text is there.
  search.excerpt = (number) => {
    const text = textOf(number);
    if (text === undefined) return null;
    const words = [...new Set((text.match(WORD) ?? []).filter(isHit))].slice(0, MOST);
    return { pieces: marked(snippet(text, isHit), isHit), words };
  };
  return search;
}
