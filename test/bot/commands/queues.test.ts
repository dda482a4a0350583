import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Inbound } from '../../../src/bot/channel.ts'
import { runDeadLetters, runReplay } from '../../../src/bot/commands/deadLetters.ts'
import { runDigest, runDigestsSent } from '../../../src/bot/commands/digest.ts'
import { runInit } from '../../../src/bot/commands/init.ts'
import { runRotate } from '../../../src/bot/commands/keys.ts'
import { storeArrival } from '../../../src/bot/store/inbox.ts'
import { aDesk, type Bot, type Desk, startBot, textOf } from '../../support/desk.ts'

// Each test begins a province and opens it several times; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

async function aProvince(): Promise<{ readonly desk: Desk; readonly bot: Bot }> {
  const desk = await aDesk()
  await runInit(desk.terminal, { name: 'Hội LHPN tỉnh Thử', from: '2021-01-01' })
  desk.lines.splice(0)
  return { desk, bot: await startBot(desk) }
}

test('an event that was set aside shows its code and place, and is handled when it is replayed', async () => {
  const { desk, bot } = await aProvince()
  const { union } = bot.installation.store
  await bot.say('a', 'xin chào')
  const first = await union.inbox.findFirstOrThrow()
  // Set aside by hand, as after five failures: the words are still sealed.
  const what: Inbound = { kind: 'text', text: 'điều bí mật' }
  await storeArrival(bot.installation.store, { channel: 'talk', address: 'a', eventKey: 'k', what }, bot.clock)
  const { id } = await union.inbox.findFirstOrThrow({ where: { state: 'waiting' } })
  await union.inbox.updateMany({ where: { id }, data: { state: 'dead', attempts: 5, code: 'TypeError' } })
  await runDeadLetters(desk.terminal, {})
  const listed = desk.lines.splice(0).join('\n')
  expect(listed).toContain('TypeError')
  expect(listed).toContain('talk')
  expect(listed).not.toContain('bí mật')
  await expect(runReplay(desk.terminal, String(first.id), {})).rejects.toThrow('Không có tin số')
  await expect(runReplay(desk.terminal, undefined, {})).rejects.toThrow('--all')
  expect(await runReplay(desk.terminal, undefined, { all: true })).toBe(0)
  expect(textOf(await bot.say('b', 'menu'))).not.toBe('')
  expect(await union.inbox.findUnique({ where: { id } })).toMatchObject({ state: 'done', body: null })
})

test('after a rotation old and new values open, also for a bot that was running', async () => {
  const { desk, bot } = await aProvince()
  await bot.say('a', 'xin chào')
  expect(await runRotate(desk.terminal, {})).toBe(0)
  const ring: unknown = JSON.parse(readFileSync(path.join(desk.dataDir, 'key-ring.json'), 'utf8'))
  expect(ring).toMatchObject({ roots: [{ id: 1 }, { id: 2 }] })
  const restarted = await startBot(desk)
  await restarted.say('a', 'menu')
  expect(textOf(await bot.say('a', 'menu'))).not.toBe('')
  desk.lines.splice(0)
  expect(await runRotate(desk.terminal, {})).toBe(0)
  expect(desk.lines.join('\n')).toMatch(/conversation\.state +1 \/ 0/)
})

test('a sealed value that was moved is counted as one that does not open', async () => {
  const { desk, bot } = await aProvince()
  await bot.say('a', 'xin chào')
  await bot.say('b', 'xin chào')
  const [one, two] = await bot.installation.store.union.conversation.findMany()
  await bot.installation.store.union.conversation.update({
    where: { id: one?.id ?? '' },
    data: { state: Uint8Array.from(two?.state ?? []) },
  })
  expect(await runRotate(desk.terminal, {})).toBe(1)
  expect(desk.lines.join('\n')).toMatch(/conversation\.state +1 \/ 1/)
})

test('a preview says what a leader would be told and freezes nothing', async () => {
  const { desk, bot } = await aProvince()
  expect(await runDigest(desk.terminal, { preview: true })).toBe(0)
  expect(desk.lines[0]).toContain('Bản tin tuần số 1 – Hội LHPN tỉnh Thử')
  expect(await bot.installation.store.union.digest.count()).toBe(0)
  await expect(runDigest(desk.at(new Date('2031-01-01')), { preview: true })).rejects.toThrow('kế hoạch')
})

test('whom the digests of a week have reached is listed without a word of theirs', async () => {
  const { desk, bot } = await aProvince()
  const { union } = bot.installation.store
  const at = new Date('2022-11-07T00:00:00Z')
  const old = { week: '2022-10-31', number: 1 }
  const last = { week: '2022-11-07', number: 2 }
  for (const id of ['a', 'b']) {
    await union.person.create({ data: { id, name: `Chị ${id.toUpperCase()}`, createdAt: at } })
    for (const one of id === 'a' ? [old, last] : [last]) {
      const digest = { id: `${id}${one.number}`, personId: id, unit: 'tinh', body: 'KÍN', createdAt: at }
      await union.digest.create({ data: { ...digest, ...one } })
    }
  }
  const delivery = { personId: 'a', unit: 'tinh', week: last.week, way: 'unknown', at, code: 'answer.lost' }
  await union.digestDelivery.create({ data: delivery })
  await runDigestsSent(desk.terminal, {})
  const listed = desk.lines.splice(0)
  expect(listed).toEqual([
    expect.stringMatching(/^2022-11-07 {2}unknown .*2022-11-07T00:00.*Chị A – Hội LHPN tỉnh Thử \(answer\.lost\)$/),
    expect.stringMatching(/^2022-11-07 {2}none .*Chị B – Hội LHPN tỉnh Thử$/),
    '2 bản tin. / 2 digests.',
  ])
  await runDigestsSent(desk.terminal, { week: old.week, json: true })
  expect(desk.lines.splice(0).map((line): unknown => JSON.parse(line))).toEqual([
    { ...old, leader: 'Chị A', unit: 'Hội LHPN tỉnh Thử', way: 'none' },
  ])
  await expect(runDigestsSent(desk.terminal, { week: 'hôm qua' })).rejects.toThrow('hôm qua')
})
