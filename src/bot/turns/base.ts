import type { App } from '../app.ts'

/** The address of our pages, for a context; absent where there is none. */
export function baseOf(app: Pick<App, 'base'>): { readonly base?: string } {
  const base = app.base()
  return base === undefined ? {} : { base }
}
