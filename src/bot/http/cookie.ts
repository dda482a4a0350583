import type { FastifyReply, FastifyRequest } from 'fastify'

/** person: the browser's session of a person of the Union. seat: it asks once for the session of a room that was moved here. */
type Kind = 'person' | 'seat'

/** With https its name lets no other host and no other path set it. */
const nameOf = (kind: Kind, secure: boolean): string => `${secure ? '__Host-' : ''}${kind === 'person' ? 'hoi' : 'cho'}`

export function cookieOf(request: FastifyRequest, secure: boolean, kind: Kind = 'person'): string | undefined {
  const name = `${nameOf(kind, secure)}=`
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(name))
  // Two of one name: somebody put one there.
  const value = found.length === 1 ? found[0]?.slice(name.length) : undefined
  return value !== undefined && /^[\w-]{40,100}$/.test(value) ? value : undefined
}

/** No script reads it, and no other site's request carries it. */
export function setCookie(
  reply: FastifyReply,
  secure: boolean,
  { kind = 'person', value, seconds }: { readonly kind?: Kind; readonly value: string; readonly seconds: number },
): FastifyReply {
  const flags = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return reply.header('set-cookie', `${nameOf(kind, secure)}=${value}; Max-Age=${seconds}; ${flags}`)
}

export const clearCookie = (reply: FastifyReply, secure: boolean, kind: Kind = 'person'): FastifyReply =>
  setCookie(reply, secure, { kind, value: '', seconds: 0 })
