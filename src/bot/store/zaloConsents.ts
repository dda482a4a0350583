import { unionLinks } from './links.ts'
import type { Store } from './store.ts'

/** The way of an administrator's consent: a link that opens once, then a `state` that comes back once. */
export interface ZaloConsents {
  /** The secret of a new link. */
  makeLink(account: string, now: Date): Promise<string>
  /** Whose link it is, without using it: what shows a page must not spend it. */
  findLink(link: string, now: Date): Promise<string | undefined>
  /** Uses the link; the state under which the verifier is kept. */
  begin(
    link: string,
    verifier: string,
    now: Date,
  ): Promise<{ readonly account: string; readonly state: string } | undefined>
  /** Uses the state. */
  finish(state: string, now: Date): Promise<{ readonly account: string; readonly verifier: string } | undefined>
}

const LINK_MINUTES = 60
const STATE_MINUTES = 15

export function zaloConsents(store: Store): ZaloConsents {
  const links = unionLinks(store)
  return {
    makeLink: (account, now) => links.make({ purpose: 'zaloConsent', subject: account, minutes: LINK_MINUTES, now }),
    async findLink(link, now) {
      const found = await links.find(link, now)
      return found?.purpose === 'zaloConsent' ? found.subject : undefined
    },
    async begin(link, verifier, now) {
      const used = await links.use('zaloConsent', link, now)
      if (used === undefined) return undefined
      const { subject } = used
      const state = await links.make({ purpose: 'zaloState', subject, data: verifier, minutes: STATE_MINUTES, now })
      return { account: subject, state }
    },
    async finish(state, now) {
      const used = await links.use('zaloState', state, now)
      return used?.data === undefined ? undefined : { account: used.subject, verifier: used.data }
    },
  }
}
