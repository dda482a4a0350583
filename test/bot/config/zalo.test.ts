import { expect, test } from 'vitest'
import { readConfig } from '../../../src/bot/config/config.ts'

const one = { ZALO_APP_ID: '360846524940903967', ZALO_APP_SECRET: 'app-secret', ZALO_OA_ID: '388613280878808645' }
const read = (env: Readonly<Record<string, string>>) => readConfig(env, '/srv/hoi')

test('without an account there is no Zalo, and the demonstration may run', () => {
  expect(read({ ZALO_OA_ID: '', ZALO_APP_ID: '' })).not.toHaveProperty('zalo')
  expect(read({}).demo).toBe(true)
})

test('an account ends the demonstration; the key of its webhook may come later', () => {
  const { demo, zalo } = read(one)
  const account = { name: 'zalo', appId: one.ZALO_APP_ID, appSecret: one.ZALO_APP_SECRET, oaId: one.ZALO_OA_ID }
  expect([demo, zalo]).toEqual([false, { accounts: [account], roots: {} }])
  expect(read({ ...one, ZALO_OA_SECRET: 'oa-secret-1' }).zalo?.accounts[0]).toHaveProperty('oaSecret', 'oa-secret-1')
})

test('a second account of the same app needs only its own numbers', () => {
  const { zalo } = read({ ...one, ZALO_OA_ID_COUNSEL: '388613280878808646', ZALO_OA_SECRET_COUNSEL: 'oa-secret-2' })
  expect(zalo?.accounts[1]).toEqual({
    name: 'zalo-counsel',
    appId: one.ZALO_APP_ID,
    appSecret: one.ZALO_APP_SECRET,
    oaId: '388613280878808646',
    oaSecret: 'oa-secret-2',
  })
})

test('other hosts are taken without a slash at their end', () => {
  const { zalo } = read({ ...one, ZALO_API_ROOT: 'http://127.0.0.1:8090/', ZALO_OAUTH_ROOT: 'http://127.0.0.1:8090' })
  expect(zalo?.roots).toEqual({ api: 'http://127.0.0.1:8090', oauth: 'http://127.0.0.1:8090' })
})

test('the type of a template is sent where a real account asks for it', () => {
  expect(read({ ...one, ZALO_TEMPLATE_TYPE: 'button' }).zalo).toHaveProperty('templateType', 'button')
})

test.each([
  ['ZALO_TEMPLATE_TYPE', { ...one, ZALO_TEMPLATE_TYPE: 'Nút bấm' }],
  ['ZALO_APP_SECRET', { ZALO_APP_ID: one.ZALO_APP_ID, ZALO_OA_ID: one.ZALO_OA_ID }],
  ['ZALO_OA_ID', { ZALO_APP_ID: one.ZALO_APP_ID, ZALO_APP_SECRET: one.ZALO_APP_SECRET }],
  ['ZALO_APP_ID', { ZALO_OA_ID: one.ZALO_OA_ID }],
  ['ZALO_OA_ID', { ...one, ZALO_OA_ID: 'abc' }],
  ['ZALO_API_ROOT', { ...one, ZALO_API_ROOT: 'ftp://x' }],
  ['ZALO_OA_ID_COUNSEL', { ...one, ZALO_OA_ID_COUNSEL: one.ZALO_OA_ID }],
  // The app of another account has a secret of its own.
  ['ZALO_APP_SECRET_COUNSEL', { ...one, ZALO_OA_ID_COUNSEL: '388613280878808646', ZALO_APP_ID_COUNSEL: '12345' }],
])('what is wrong or missing is refused by its name: %s', (name, env) => {
  expect(() => read(env)).toThrow(name)
})
