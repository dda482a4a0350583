import { z } from 'zod'
import { bareUrl } from './bareUrl.ts'
import { type Env, variableReader } from './readVariable.ts'

/** A bucket of a storage that speaks as Amazon's S3 does. */
export interface S3Config {
  /** With the bucket: `https://s3.example.vn/hoi-phu-nu`. */
  readonly endpoint: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export const S3_FORMS: Readonly<Record<string, string>> = {
  S3_ENDPOINT: 'https://s3.example.vn/bucket',
  S3_REGION: 'auto, ap-southeast-1',
  S3_ACCESS_KEY: 'A–Z a–z 0–9 …, S3_ENDPOINT, S3_SECRET_KEY',
  S3_SECRET_KEY: '…, S3_ENDPOINT, S3_ACCESS_KEY',
}

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\//
const endpoint = z
  .url({ protocol: /^https?$/ })
  .transform(bareUrl)
  .refine((url) => (url.startsWith('https://') || LOOPBACK.test(url)) && new URL(url).pathname.length > 1)
const region = z.string().regex(/^[a-z0-9-]{2,40}$/)
const key = z.string().regex(/^[\x21-\x7e]{3,256}$/)

/** undefined: evidence is kept in DATA_DIR. `wrong` is told the variable that cannot be right, or is missing. */
export function readS3Config(env: Env, wrong: (name: string) => Error): S3Config | undefined {
  const read = variableReader(env, wrong)
  const given = {
    endpoint: read('S3_ENDPOINT', endpoint),
    accessKeyId: read('S3_ACCESS_KEY', key),
    secretAccessKey: read('S3_SECRET_KEY', key),
  }
  const where = read('S3_REGION', region) ?? 'auto'
  if (Object.values(given).every((one) => one === undefined)) return undefined
  const { endpoint: url, accessKeyId, secretAccessKey } = given
  if (url === undefined) throw wrong('S3_ENDPOINT')
  if (accessKeyId === undefined) throw wrong('S3_ACCESS_KEY')
  if (secretAccessKey === undefined) throw wrong('S3_SECRET_KEY')
  return { endpoint: url, region: where, accessKeyId, secretAccessKey }
}
