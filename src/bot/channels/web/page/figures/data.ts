import type { FiguresPage } from '../../../../../flows/leader/figuresData.ts'
import { type PageLocale, type Words, wordsIn } from './words.ts'

/** What the server says, with what stands around it in the same language. */
export type Figures = Answered & { readonly words: Words }

type Answered = FiguresPage<string> & { readonly person: string; readonly locale: PageLocale }

export type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** The session has ended; another link is needed. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'none' }
  | { readonly kind: 'away' }

const isAnswered = (value: unknown): value is Answered =>
  typeof value === 'object' && value !== null && 'rows' in value && 'tables' in value && 'locale' in value

export async function load(unit: string): Promise<Loaded> {
  try {
    const answer = await fetch(`/so-lieu/du-lieu${asked(unit)}`, { credentials: 'same-origin', cache: 'no-store' })
    if (answer.status === 401) return { kind: 'ended' }
    if (answer.status === 404) return { kind: 'none' }
    const body: unknown = answer.ok ? await answer.json() : undefined
    return isAnswered(body) ? { kind: 'figures', figures: { ...body, words: wordsIn(body.locale) } } : { kind: 'away' }
  } catch {
    return { kind: 'away' }
  }
}

export async function signOut(): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch('/so-lieu/thoat', { method: 'POST', headers, body: '{}' }).catch(() => undefined)
}

export const fileUrl = (unit: string, what: string): string =>
  `/so-lieu/tep?unit=${encodeURIComponent(unit)}&what=${encodeURIComponent(what)}`

const asked = (unit: string): string => (unit === '' ? '' : `?unit=${encodeURIComponent(unit)}`)
