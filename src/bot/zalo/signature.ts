import { createHash, timingSafeEqual } from 'node:crypto'

export interface Signing {
  /** Ours, as configured: never that of the body. */
  readonly appId: string
  /** The OA secret key of the webhook page; not the secret of the app. */
  readonly secret: string
}

/** SHA-256 of the four one after another (no HMAC); `body` exactly as it came. */
export function signatureOf({ appId, secret }: Signing, body: Uint8Array, timestamp: string): string {
  return createHash('sha256').update(appId).update(body).update(timestamp).update(secret).digest('hex')
}

const FORM = /^(?:mac=)?([0-9a-f]{64})$/

/** `header`: X-ZEvent-Signature, with or without `mac=`. In constant time. */
export function isSigned(signing: Signing, body: Uint8Array, timestamp: string, header: unknown): boolean {
  const mac = typeof header === 'string' ? FORM.exec(header)?.[1] : undefined
  if (mac === undefined) return false
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(signatureOf(signing, body, timestamp), 'hex'))
}
