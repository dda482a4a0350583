import { expect, test } from 'vitest'
import { consentUrl, makePkce } from '../../../src/bot/zalo/oauth.ts'

test('the proof key is that of RFC 7636, appendix B', () => {
  expect(makePkce('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk').challenge).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
  expect(makePkce().verifier).toHaveLength(43)
})

test('the link of consent holds what the console puts into it', () => {
  const url = new URL(
    consentUrl({ appId: '36' }, { redirect: 'https://a.vn/zalo/callback', challenge: 'c', state: 's' }),
  )
  expect(url.origin + url.pathname).toBe('https://oauth.zaloapp.com/v4/oa/permission')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    app_id: '36',
    redirect_uri: 'https://a.vn/zalo/callback',
    code_challenge: 'c',
    state: 's',
  })
})
