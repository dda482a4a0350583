/**
 * A press comes back as an ordinary text, so what our buttons carry has a mark that nobody types by accident; the # also passes
 * the console's filter for commands. Anyone can type it all the same: nothing in it is trusted.
 */
const MARK = '#hoi:'
const FORM = /^#hoi:([0-9a-z-]{1,20}\.[0-9a-z]{1,40})$/

export const toPayload = (token: string): string => `${MARK}${token}`

export const readPayload = (text: string): string | undefined => FORM.exec(text)?.[1]
