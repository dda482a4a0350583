import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { zaloClient } from '../../../src/bot/zalo/client.ts'
import { calls } from './calls.ts'
import { type Recorded, recordRequest } from './recordRequest.ts'

/** UPDATE_REQUESTS=1 writes the golden requests anew: a difference is a difference of what Zalo is asked. */
const update = process.env['UPDATE_REQUESTS'] === '1'
const fileOf = (folder: string, name: string): string => path.join(import.meta.dirname, folder, `${name}.json`)
const namesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(import.meta.dirname, folder)).map((file) => file.replace('.json', ''))

/** The answer of most calls that send, where the sample quotes none of its own. */
const usualAnswer = sampleOf('text').answer

function sampleOf(name: string) {
  const sample = z.object({
    source: z.string().min(1),
    request: z.record(z.string(), z.unknown()),
    answer: z.unknown().optional(),
  })
  return sample.parse(JSON.parse(readFileSync(fileOf('samples', name), 'utf8')))
}

const record = async (name: string) =>
  await recordRequest(sampleOf(name).answer ?? usualAnswer, async () => await calls[name]?.make(zaloClient()))

test('every call has its public sample and its golden request, and no other is kept', () => {
  const names = Object.keys(calls).toSorted()
  expect(namesIn('samples').toSorted()).toEqual(names)
  expect(namesIn('golden').toSorted()).toEqual(names)
})

test.each(Object.keys(calls))('%s is asked as the golden request says', async (name) => {
  const text = `${JSON.stringify((await record(name)).request, null, 2)}\n`
  if (update) writeFileSync(fileOf('golden', name), text)
  expect(text).toBe(readFileSync(fileOf('golden', name), 'utf8'))
})

test.each(Object.keys(calls))('%s is the public sample but for what is named, and its answer is read', async (name) => {
  const { request, result } = await record(name)
  const { files: _, ...ours } = request
  const { differs = {}, reads } = calls[name] ?? {}
  expect(differences(sampleOf(name).request, ours).toSorted()).toEqual(Object.keys(differs).toSorted())
  expect(result).toEqual(reads)
})

test('a difference anywhere is found', () => {
  const sample: Partial<Recorded> = { host: 'a', body: { one: [{ title: 'x' }], two: '' } }
  expect(differences(sample, { host: 'b', body: { one: [{ title: 'x', more: 1 }] } })).toEqual([
    'host',
    'body.two',
    'body.one.0.more',
  ])
})

/** The places where two values part: what one of them lacks, or what is not the same. */
function differences(sample: unknown, ours: unknown, at = ''): readonly string[] {
  if (!isTree(sample) || !isTree(ours)) return sample === ours ? [] : [at]
  const names = new Set([...Object.keys(sample), ...Object.keys(ours)])
  const within = (name: string): string => (at === '' ? name : `${at}.${name}`)
  const apart = [...names].map((name) => differences(sample[name], ours[name], within(name)))
  return apart.flat().toSorted((one, other) => one.split('.').length - other.split('.').length)
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
