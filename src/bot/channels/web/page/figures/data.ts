import type { FiguresPage } from '../../../../../flows/leader/figuresData.ts'

export type Figures = FiguresPage<string> & { readonly person: string }

export type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** The session has ended; another link is needed. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'none' }
  | { readonly kind: 'away' }

const isFigures = (value: unknown): value is Figures =>
  typeof value === 'object' && value !== null && 'rows' in value && 'tables' in value && 'unit' in value

export async function load(unit: string): Promise<Loaded> {
  try {
    const answer = await fetch(`/so-lieu/du-lieu${asked(unit)}`, { credentials: 'same-origin', cache: 'no-store' })
    if (answer.status === 401) return { kind: 'ended' }
    if (answer.status === 404) return { kind: 'none' }
    const body: unknown = answer.ok ? await answer.json() : undefined
    return isFigures(body) ? { kind: 'figures', figures: body } : { kind: 'away' }
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
