import { z } from 'zod'
import { bareUrl } from './bareUrl.ts'
import { type Env, variableReader } from './readVariable.ts'
import type { ZaloAccount, ZaloRoots } from '../channels/zalo/channel.ts'

export interface ZaloConfig {
  readonly accounts: readonly ZaloAccount[]
  readonly roots: ZaloRoots
  /** See ZaloClientOptions. */
  readonly templateType?: string
  /** Of the page by which Zalo knows the domain: zalo_verifier<code>.html. */
  readonly verifier?: string
  /** Groups that hear the digest of a unit, and the form for leaders whose chat is shut; both of the account `zalo`. */
  readonly digest?: { readonly groups: ReadonlyMap<string, string>; readonly template?: string }
}

/** `zalo` is configured by ZALO_APP_ID…, a second account `zalo-counsel` by ZALO_APP_ID_COUNSEL… */
const INSTANCES = [
  { name: 'zalo', suffix: '' },
  { name: 'zalo-counsel', suffix: '_COUNSEL' },
] as const

export const ZALO_FORMS: Readonly<Record<string, string>> = {
  ZALO_APP_ID: '360846524940903967',
  ZALO_OA_ID: '388613280878808645',
  ZALO_API_ROOT: 'https://…',
  ZALO_BUSINESS_ROOT: 'https://…',
  ZALO_OAUTH_ROOT: 'https://…',
  ZALO_TEMPLATE_TYPE: 'button',
  ZALO_DIGEST_GROUPS: 'tinh=1234567890,huyen-1=2345678901',
  ZALO_DIGEST_TEMPLATE: '7895417a7d3f9461cd2e',
}

const digits = z.string().regex(/^\d{5,24}$/)
const secret = z.string().regex(/^[\x21-\x7e]{8,200}$/)
const root = z.url({ protocol: /^https?$/ }).transform(bareUrl)
const template = z.string().regex(/^[0-9a-z]{3,40}$/i)
const kind = z.string().regex(/^[a-z_]{1,40}$/)
const groups = z
  .string()
  .regex(/^[\w.-]{1,60}=\w{3,64}(?:\s*,\s*[\w.-]{1,60}=\w{3,64})*$/)
  .transform(
    (text) =>
      new Map(
        text.split(',').flatMap((one): [string, string][] => {
          const [unit, group] = one.trim().split('=')
          return unit === undefined || group === undefined ? [] : [[unit, group]]
        }),
      ),
  )
const code = z.string().regex(/^[A-Za-z0-9_-]{4,200}$/)

/** undefined: Zalo is not used. `wrong` is told the variable that cannot be right. */
export function readZaloConfig(env: Env, wrong: (name: string) => Error): ZaloConfig | undefined {
  const read = variableReader(env, wrong)
  const need = <T>(value: T | undefined, name: string): T => {
    if (value === undefined) throw wrong(name)
    return value
  }
  const accounts = INSTANCES.flatMap(({ name, suffix }): readonly ZaloAccount[] => {
    const oaId = read(`ZALO_OA_ID${suffix}`, digits)
    const own = read(`ZALO_APP_ID${suffix}`, digits)
    if (oaId === undefined && own === undefined) return []
    // Two accounts may belong to one app.
    const appId = need(own ?? read('ZALO_APP_ID', digits), `ZALO_APP_ID${suffix}`)
    const appSecret =
      read(`ZALO_APP_SECRET${suffix}`, secret) ?? (own === undefined ? read('ZALO_APP_SECRET', secret) : undefined)
    const oaSecret = read(`ZALO_OA_SECRET${suffix}`, secret)
    return [
      {
        name,
        appId,
        appSecret: need(appSecret, `ZALO_APP_SECRET${suffix}`),
        oaId: need(oaId, `ZALO_OA_ID${suffix}`),
        ...(oaSecret === undefined ? {} : { oaSecret }),
      },
    ]
  })
  if (accounts.length === 0) return undefined
  if (new Set(accounts.map(({ oaId }) => oaId)).size < accounts.length) throw wrong('ZALO_OA_ID_COUNSEL')
  const [api, business, oauth] = ['API', 'BUSINESS', 'OAUTH'].map((host) => read(`ZALO_${host}_ROOT`, root))
  const verifier = read('ZALO_VERIFIER', code)
  const templateType = read('ZALO_TEMPLATE_TYPE', kind)
  const digestGroups = read('ZALO_DIGEST_GROUPS', groups)
  const digestTemplate = read('ZALO_DIGEST_TEMPLATE', template)
  return {
    accounts,
    roots: {
      ...(api === undefined ? {} : { api }),
      ...(business === undefined ? {} : { business }),
      ...(oauth === undefined ? {} : { oauth }),
    },
    ...(verifier === undefined ? {} : { verifier }),
    ...(templateType === undefined ? {} : { templateType }),
    ...(digestGroups === undefined && digestTemplate === undefined
      ? {}
      : {
          digest: {
            groups: digestGroups ?? new Map(),
            ...(digestTemplate === undefined ? {} : { template: digestTemplate }),
          },
        }),
  }
}
