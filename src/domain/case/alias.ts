import type { CaseId } from '../ids.ts'

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The short name that staff use among themselves: 'CA-7K2MQ'. Made from the random id of the case, it holds no order, time,
 * place or channel and opens nothing. The next `turn` gives another name, where one is taken.
 */
export function caseAlias(id: CaseId, turn = 0): string {
  let hash = 0
  for (const letter of turn === 0 ? id : `${id}${turn}`)
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  let rest = hash
  const letters = Array.from({ length: 5 }, () => {
    const letter = LETTERS[rest % LETTERS.length] ?? '2'
    rest = Math.floor(rest / LETTERS.length)
    return letter
  })
  return `CA-${letters.join('')}`
}
