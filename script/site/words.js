/** What the search knows of each part of a page; who makes the index and who asks it must agree. */
export const indexed = { fields: ['title', 'text'], storeFields: ['title', 'page', 'url'], tokenize: wordsOf };

/**
 * The words of a text, for the index and for what is searched. Chinese has no blanks between words: each two letters that
 * follow one another are one.
 */
function wordsOf(text) {
  return text.split(/[\n\r\p{Z}\p{P}]+/u).flatMap((word) =>
    word.split(/(\p{Script=Han}+)/u).flatMap((part) => {
      if (part.length < 3 || !/\p{Script=Han}/u.test(part)) return part === '' ? [] : [part];
      const letters = [...part];
      return letters.slice(1).map((letter, at) => letters[at] + letter);
    }),
  );
}
