/** All that the page keeps, and only as long as its tab lives. */
interface Kept {
  readonly token: string
  /** Whom the demonstration shows. */
  readonly person?: string
}

const key = 'chat'

export function kept(): Kept | undefined {
  const text = sessionStorage.getItem(key)
  if (text === null) return undefined
  const [token, person] = text.split('\n')
  return token ? { token, ...(person ? { person } : {}) } : undefined
}

export const keep = ({ token, person = '' }: Kept): void => sessionStorage.setItem(key, `${token}\n${person}`)
export const forget = (): void => sessionStorage.clear()
