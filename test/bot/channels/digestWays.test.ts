import { afterAll, beforeAll, expect, test } from 'vitest'
import { revokeGrants } from '../../../src/bot/store/union/invitations.ts'
import type { Phone } from '../../zalo/simulator/phone.ts'
import { startZaloStand, type ZaloStand } from './zalo/stand.ts'

const DAY = 24 * 3600_000
const TEMPLATE = '7895417a7d3f9461cd2e'
let stand: ZaloStand

beforeAll(async () => {
  // A Tuesday.
  stand = await startZaloStand({
    at: '2022-10-04T08:00',
    digest: { groups: new Map([['huyen-1', 'group-1']]), template: TEMPLATE },
  })
  stand.simulator.world.templates.set(TEMPLATE, ['tieu_de', 'noi_dung'])
  stand.simulator.world.groups.set('group-1', [])
})

afterAll(() => stand.stop())

async function aLeader(id: string, unit: string): Promise<Phone> {
  const phone = stand.simulator.user(id, 'Lãnh đạo')
  await phone.follow()
  await phone.say(await stand.invite('leader', unit))
  await stand.settle()
  return phone
}

async function nextMonday(): Promise<void> {
  const days = (8 - new Date(stand.now() + 7 * 3600_000).getUTCDay()) % 7 || 7
  stand.move(days * DAY)
  await stand.settle()
}

const isDigest = ({ text }: { readonly text: string }): boolean => text.includes('Bản tin tuần số')

/** By which way each leader's newest digest went. */
async function ways(unit: string): Promise<readonly string[]> {
  const rows = await stand.store.union.digestDelivery.findMany({
    where: { unit, personId: { not: { startsWith: 'demo-' } } },
    orderBy: [{ week: 'desc' }, { personId: 'asc' }],
  })
  return rows.filter(({ week }) => week === rows[0]?.week).map(({ way }) => way)
}

test('a leader who wrote this week reads it in her chat; who has been silent for long gets the form; who left finds it on the web', async () => {
  const [fresh, silent, gone] = [await aLeader('11', 'xa-1'), await aLeader('12', 'xa-1'), await aLeader('13', 'xa-1')]
  await nextMonday()
  expect(await ways('xa-1')).toEqual(['chat', 'chat', 'chat'])
  await gone.unfollow()
  stand.move(2 * DAY)
  await fresh.say('menu')
  await stand.settle()
  const before = silent.heard().length
  await nextMonday()
  expect([...(await ways('xa-1'))].sort()).toEqual(['chat', 'templateUser', 'web'])
  expect(fresh.heard().filter(isDigest)).toHaveLength(2)
  const [form] = silent.heard().slice(before)
  expect(form?.text).toMatch(/Bản tin tuần số 2/)
  expect(form?.buttons).toEqual([])
  expect(gone.heard().filter(isDigest)).toHaveLength(1)
  // Every one of them has it frozen all the same.
  expect(await stand.store.union.digest.count({ where: { unit: 'xa-1' } })).toBe(6)
})

test('who has been silent is not asked for in her chat again until she writes', async () => {
  const asked = (): number => stand.simulator.world.asked.filter(({ path }) => path.endsWith('/message/cs')).length
  const before = asked()
  await nextMonday()
  // Only the one who may still be written to.
  expect(asked() - before).toBeLessThanOrEqual(1)
})

test('the leaders of a unit that has a group hear it there, once a week, without a button or a call to members', async () => {
  const leaders = [await aLeader('21', 'huyen-1'), await aLeader('22', 'huyen-1')]
  await nextMonday()
  const group = stand.simulator.world.groups.get('group-1') ?? []
  expect(group.filter(isDigest)).toHaveLength(1)
  expect(group.every(({ buttons, text }) => buttons.length === 0 && !text.includes('[@'))).toBe(true)
  expect(await ways('huyen-1')).toEqual(['group', 'group'])
  expect(leaders.flatMap((one) => one.heard().filter(isDigest))).toEqual([])
})

test('where the group is no more each leader reads it in her own chat', async () => {
  stand.simulator.world.groups.delete('group-1')
  for (const id of ['21', '22']) await stand.simulator.user(id).say('menu')
  await stand.settle()
  await nextMonday()
  expect(await ways('huyen-1')).toEqual(['chat', 'chat'])
})

const byPhone = (): readonly unknown[] =>
  stand.simulator.world.asked.filter(({ path }) => path === '/message/template').map(({ body }) => body)

test('who gave her number is told of it there when her chat and her account are shut, until she takes it back', async () => {
  const leader = await aLeader('31', 'xa-2')
  for (const said of ['bản tin', 'Cài đặt bản tin', 'Khi em không nhắn được', 'số chị 0912.345.6', '0912 345 678'])
    await leader.say(said)
  await stand.settle()
  expect(leader.heard().at(-2)?.text).toContain('Em cần một số di động')
  expect(leader.heard().at(-1)?.text).toContain('số tận cùng 678')
  const [row] = await stand.store.union.digestTime.findMany({ where: { phone: { not: null } } })
  expect(Buffer.from(row?.phone ?? []).includes('345678')).toBe(false)
  await nextMonday()
  expect(await ways('xa-2')).toEqual(['chat'])
  expect(byPhone()).toEqual([])

  await leader.unfollow()
  await nextMonday()
  expect(await ways('xa-2')).toEqual(['templatePhone'])
  expect(byPhone()).toMatchObject([
    {
      phone: '84912345678',
      template_id: TEMPLATE,
      template_data: { tieu_de: expect.stringContaining('Bản tin tuần số 2') },
    },
  ])

  await leader.follow()
  for (const said of ['bản tin', 'Cài đặt bản tin', 'Khi em không nhắn được', 'Bỏ số tận cùng 678'])
    await leader.say(said)
  await stand.settle()
  expect(await stand.store.union.digestTime.count({ where: { phone: { not: null } } })).toBe(0)
  await leader.unfollow()
  await nextMonday()
  expect(await ways('xa-2')).toEqual(['web'])
  expect(byPhone()).toHaveLength(1)
})

test('the number of a person whose roles end is not kept', async () => {
  const leader = await aLeader('32', 'xa-3')
  for (const said of ['bản tin', 'Cài đặt bản tin', 'Khi em không nhắn được', '0987654321']) await leader.say(said)
  await stand.settle()
  const [row] = await stand.store.union.digestTime.findMany({ where: { phone: { not: null } } })
  expect(row).toBeDefined()
  await stand.store.union.$transaction((tx) => revokeGrants(tx, row?.personId ?? '', new Date(stand.now())))
  expect(await stand.store.union.digestTime.count({ where: { phone: { not: null } } })).toBe(0)
})

test('an answer that is lost is not asked for twice, and is told as unknown', async () => {
  await stand.simulator.user('11').say('menu')
  await stand.settle()
  for (let n = 0; n < 9; n++) stand.simulator.world.faults.push({ path: '/v3.0/oa/message/cs', how: 'lost' })
  await nextMonday()
  expect(await ways('xa-1')).toContain('unknown')
  stand.simulator.world.faults.splice(0)
})
