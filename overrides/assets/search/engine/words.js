// The words of a text as the search compares them; scripts/handbook/render/search/words.py does the same.
// `letters` has the language's code, its letters that count as others (`alike`), those of every keyboard that are typed
// for a letter that looks the same (`lookalikes`), and the words that are written in messages for others (`short`). `stemmers` holds one function for the language and one for the
// originals that stand in for translations, because nobody knows in which language a word was typed.
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}'’]+/gu; // Cf: soft hyphens, and the joiners that Persian writes within a word
const NOT_HEARD = /[\p{Cf}'’]/gu;
const PARTS = /(?<=\p{L}{3})(?=\p{Nd})|(?<=\p{Nd}{2})(?=\p{L})/u; // SPF30 is SPF 30, 38C is 38 C, CO2 is one word

const spelt = (word, others) => [...word].map((letter) => others[letter] ?? letter).join("");

function plain(word) {
  const small = word.normalize("NFKC").toLocaleLowerCase(letters.language).replace(NOT_HEARD, "");
  const same = spelt(small, letters.alike);
  return /\p{Nd}/u.test(same) ? spelt(same, letters.lookalikes) : same;
}

const short = new Map(Object.entries(letters.short));
const wordsOf = (text) => (text.match(WORD) ?? []).flatMap((word) => plain(word).split(PARTS)).filter(Boolean).flatMap((word) => short.get(word) ?? [word]);
const rootsOf = (word) => [...new Set(stemmers.flatMap((stemsIn) => stemsIn(word)))];
