const MOBILE = /(?<!\d)(?:\+?84|0)[ .-]?([35789](?:[ .-]?\d){8})(?!\d)/g

/** A mobile number of Vietnam as it is dialled from anywhere, without a plus: '84912345678'. Undefined: none, or more than one. */
export function readMobile(text: string): string | undefined {
  const [found, more] = [...text.matchAll(MOBILE)]
  return found === undefined || more !== undefined ? undefined : `84${(found[1] ?? '').replace(/\D/g, '')}`
}
