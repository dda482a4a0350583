/** Cuts where a reader would: between paragraphs, lines, words; inside a word only when it alone is too long. */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const at = cutAt(rest, max)
    parts.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...parts, rest].filter(isVisible)
}

/** A channel refuses a text of blanks and marks of format alone. */
export const isVisible = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Cs}]/u.test(text)

function cutAt(text: string, max: number): number {
  // One character more than fits: a blank just behind the limit is a good place too.
  const window = text.slice(0, max + 1)
  // A paragraph that ends in the first quarter would leave a stump above the rest.
  for (const gap of ['\n\n', '\n']) {
    const at = window.lastIndexOf(gap)
    if (at >= max / 4) return at
  }
  const word = window.search(/\s\S*$/u)
  if (word > 0) return word
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(max - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(max))
  return splitsPair && max > 1 ? max - 1 : max
}
