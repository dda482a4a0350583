import { afterAll, beforeAll, expect, test } from 'vitest'
import { unionLinks, vaultLinks } from '../../../src/bot/store/links.ts'
import { MINUTE } from '../../support/bot.ts'
import { type PageStand, startPageStand } from './stand.ts'

let stand: PageStand
beforeAll(async () => {
  stand = await startPageStand()
})
afterAll(() => stand.stop())

const get = (url: string, headers: Record<string, string> = {}) => stand.http.inject({ url, headers })
const post = (url: string, headers: Record<string, string> = {}) => stand.http.inject({ method: 'POST', url, headers })
const cookieFrom = (answer: { readonly headers: Record<string, unknown> }): string => {
  const cookie = answer.headers['set-cookie']
  return typeof cookie === 'string' ? (cookie.split(';')[0] ?? '') : ''
}
const dataOf = (cookie: string, unit = '') => get(`/so-lieu/du-lieu${unit === '' ? '' : `?unit=${unit}`}`, { cookie })

async function signIn(key: string): Promise<string> {
  return cookieFrom(await post(await stand.linkOf(key)))
}

test('to look at a link spends nothing; its button opens a session, once', async () => {
  const link = await stand.linkOf('leader')
  for (let n = 0; n < 3; n++) expect((await get(link)).body).toContain('<button>')
  const opened = await post(link)
  expect(opened.statusCode).toBe(303)
  expect(opened.headers.location).toBe('/so-lieu')
  expect(opened.headers['set-cookie']).toMatch(
    /^__Host-hoi=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  )
  expect((await dataOf(cookieFrom(opened))).json().person).toBe('Phan Thị Minh')
  expect((await post(link)).statusCode).toBe(404)
  expect((await get(link)).statusCode).toBe(404)
})

test('a link ends after fifteen minutes, and the next one ends the one before', async () => {
  const [first, second] = [await stand.linkOf('leader'), await stand.linkOf('leader')]
  expect((await post(first)).statusCode).toBe(404)
  stand.bot.clock.move(15 * MINUTE)
  expect((await post(second)).statusCode).toBe(404)
})

test('of two presses at once one opens', async () => {
  const link = await stand.linkOf('leader')
  const answers = await Promise.all([post(link), post(link), post(link)])
  expect(answers.map((one) => one.statusCode).toSorted((a, b) => a - b)).toEqual([303, 404, 404])
})

test('another site cannot press the button', async () => {
  const link = await stand.linkOf('leader')
  expect((await post(link, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(404)
  expect((await post(link, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303)
})

test('unknown, spent, too old and malformed look alike', async () => {
  const spent = await stand.linkOf('leader')
  await post(spent)
  const bodies = await Promise.all(
    [spent, `/mo/${'a'.repeat(40)}`, '/mo/x', `/mo/${'%00'.repeat(9)}`].map(async (url) => (await get(url)).body),
  )
  expect(new Set(bodies).size).toBe(1)
})

test('neither links nor cookies can be read in the database or the log', async () => {
  const link = await stand.linkOf('leader')
  const secret = link.slice('/mo/'.length)
  const cookie = cookieFrom(await post(link)).split('=')[1] ?? ''
  const { union } = stand.bot.store
  const asText = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('latin1')
  const links = await union.oneTimeLink.findMany()
  const rows = JSON.stringify([
    links.map((one) => ({ ...one, hash: asText(one.hash), data: asText(one.data) })),
    await union.webSession.findMany().then((all) => all.map((one) => ({ ...one, hash: asText(one.hash) }))),
    await union.audit.findMany().then((all) => all.map((one) => ({ ...one, id: 0 }))),
    stand.bot.log,
    stand.failures,
  ])
  expect(rows).not.toContain(secret)
  expect(rows).not.toContain(cookie)
})

test('links of the vault and of the Union open nothing of each other', async () => {
  const { store } = stand.bot
  const now = stand.bot.clock.now()
  const vault = vaultLinks(store, ['room'])
  const link = { subject: 'x', minutes: 5, now, data: 'kín' } as const
  const [room, web] = [
    await vault.make({ ...link, purpose: 'room' }),
    await unionLinks(store).make({ ...link, purpose: 'web' }),
  ]
  expect(await unionLinks(store).find(room, now)).toBeUndefined()
  expect(await vault.find(web, now)).toBeUndefined()
  await expect(store.union.vaultOneTimeLink.findMany()).rejects.toThrow(/denied/)
  await expect(store.vault.oneTimeLink.findMany()).rejects.toThrow(/denied/)
  expect(await vault.use('room', room, now)).toEqual({ purpose: 'room', subject: 'x', data: 'kín' })
  expect(await vault.use('room', room, now)).toBeUndefined()
})

test('a link for a file gives the file once, with its name, and is no way into a session', async () => {
  await stand.bot.say('leader', 'văn bản')
  const id = (await stand.bot.press('leader', 'Số liệu (Excel)')).flatMap((one) => one.files)[0] ?? ''
  const now = stand.bot.clock.now()
  const secret = await unionLinks(stand.bot.store).make({ purpose: 'file', subject: id, minutes: 60, now })
  expect((await get(`/mo/${secret}`)).body).toContain('tải tệp')
  const file = await post(`/mo/${secret}`)
  expect(file.headers['content-disposition']).toMatch(/^attachment; .*\.xlsx$/)
  expect(file.headers['set-cookie']).toBeUndefined()
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await post(`/mo/${secret}`)).statusCode).toBe(404)
})

test('a page shows what the chat would, and nothing of a unit that is not hers', async () => {
  const officer = await signIn('officer-1')
  expect((await dataOf(officer)).json().unit.id).toBe('xa-1')
  for (const unit of ['tinh', 'xa-2', 'huyen-1', 'nothing', '']) {
    const answer = await dataOf(officer, unit)
    expect(answer.statusCode === 404 || answer.json().unit.id === 'xa-1').toBe(true)
    const file = await get(`/so-lieu/tep?unit=${unit}&what=excel`, { cookie: officer })
    expect(file.statusCode).toBe(404)
  }
  const leader = await signIn('leader')
  expect((await dataOf(leader, 'xa-2')).json().unit.name).toBe('Hội LHPN xã Tân Lập')
  const rows = (await dataOf(leader)).json().rows
  expect(rows.find((one: { id: string }) => one.id === 'I.3a')).toMatchObject({ met: 19, of: 42 })
})

test('the session ends with her role, with a sign-out, and after a week unseen', async () => {
  const [a, b, c] = [await signIn('officer-2'), await signIn('officer-3'), await signIn('officer-4')]
  expect((await dataOf(a)).statusCode).toBe(200)
  await stand.bot.store.union.grant.updateMany({
    where: { personId: 'demo-officer-2' },
    data: { revokedAt: stand.bot.clock.now() },
  })
  expect((await dataOf(a)).statusCode).toBe(401)
  expect(String((await post('/so-lieu/thoat', { cookie: b })).headers['set-cookie'])).toContain('Max-Age=0')
  expect((await dataOf(b)).statusCode).toBe(401)
  stand.bot.clock.move(8 * 24 * 60 * MINUTE)
  expect((await dataOf(c)).statusCode).toBe(401)
  stand.bot.clock.move(-8 * 24 * 60 * MINUTE)
})

test.each([
  ['none', ''],
  ['of another name', 'hoi=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ['two', `__Host-hoi=${'A'.repeat(43)}; __Host-hoi=${'B'.repeat(43)}`],
])('without a right cookie (%s) there is nothing', async (_, cookie) => {
  expect((await dataOf(cookie)).statusCode).toBe(401)
  expect((await get('/so-lieu/tep?what=word', { cookie })).statusCode).toBe(401)
})

test('an officer who comes back to the web chat goes on in her own conversation', async () => {
  const cookie = await signIn('officer-5')
  const open = { method: 'POST', url: '/chat/session', payload: {}, headers: { cookie } } as const
  const { token } = (await stand.http.inject(open)).json()
  const authorization = `Bearer ${token}`
  const id = '00000000-0000-4000-8000-000000000001'
  await stand.http.inject({
    method: 'POST',
    url: '/chat/messages',
    payload: { id, text: 'menu' },
    headers: { authorization },
  })
  await stand.bot.settle()
  const mine = await stand.bot.store.union.outbox.findMany({ where: { conversationId: 'demo-officer-5-web' } })
  expect(mine).toHaveLength(1)
  // Leaving the chat ends her page too.
  await stand.http.inject({ method: 'POST', url: '/chat/exit', payload: {}, headers: { authorization, cookie } })
  expect((await dataOf(cookie)).statusCode).toBe(401)
})
