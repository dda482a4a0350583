import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPlanCheck } from '../../../src/bot/commands/plan.ts'
import { temporaryFolder } from '../../support/folder.ts'

const GOOD = `id: small
version: 1
title: { vi: Kế hoạch nhỏ }
issuer: BTV
year: 2022
documents:
  R01: { name: { vi: Văn bản } }
forms:
  F-COM:
    version: 1
    title: { vi: Tuyên truyền }
    short: { vi: Tuyên truyền }
    levels: [commune]
    eventDate: held_on
    mainText: kind
    fields:
      kind:
        kind: choice
        label: { vi: Hình thức }
        ask: { vi: Hình thức nào ạ? }
        options:
          talk: { vi: Nói chuyện }
          group: { vi: Truyền thông nhóm }
      held_on:
        kind: date
        label: { vi: Ngày }
        ask: { vi: Ngày nào ạ? }
      women:
        kind: number
        optional: true
        when: { field: kind, in: [talk] }
        label: { vi: Số nữ }
        ask: { vi: Bao nhiêu nữ ạ? }
    checks:
      - { kind: nearDay, field: held_on, day: 11-09, days: 15, severity: warn }
indicators:
  T.1:
    kind: task
    wording: Tuyên truyền
    title: { vi: Tuyên truyền }
    levels: [commune]
    sources:
      - { form: F-COM, where: { in: { kind: [talk] } } }
    rule: { kind: sum, field: women }
    explain: { vi: Tính số nữ. }
`

const check = async (files: Readonly<Record<string, string>>): Promise<readonly [number, string]> => {
  const dir = temporaryFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
  const lines: string[] = []
  const code = await runPlanCheck(join(dir, 'plan.yaml'), (line) => lines.push(line))
  return [code, lines.join('\n').replaceAll(`${dir}/`, '')]
}

test('a sound plan is counted', async () => {
  expect(await check({ 'plan.yaml': GOOD })).toEqual([0, 'plan.yaml: 1 forms, 1 rows, 1 documents'])
})

test.each(['plans/2022.yaml', 'plans/demo.yaml'])('%s is sound', async (file) => {
  const lines: string[] = []
  expect(await runPlanCheck(file, (line) => lines.push(line))).toBe(0)
  expect(lines).toHaveLength(1)
})

/** What is broken, what stands there instead, and what is said. */
test.each([
  ['id: small', 'id: small\nid: other', '2: Map keys must be unique'],
  ['id: small', "id: '2026'", '1: is no id: a letter first, then letters, digits, _ . -, as plan-2027 (id)'],
  ['issuer: BTV\n', '', '1: is missing (issuer)'],
  ['issuer: BTV', 'issuer: BTV\ncolour: red', '5: unknown key "colour" (colour)'],
  ['year: 2022', 'year: 2022\nfrom: 2022-01-01', '1: a plan has either a year, or from and to'],
  ['{ vi: Văn bản }', '{ en: Text }', '7: is missing (documents/R01/name/vi)'],
  ['version: 1\n    title', 'version: 0\n    title', '10: Too small: expected number to be >=1 (forms/F-COM/version)'],
  ['eventDate: held_on', 'eventDate: women', '14: "women" is a number, not a date or period (forms/F-COM/eventDate)'],
  ['levels: [commune]\n    eventDate', 'levels: []\n    eventDate', '13: is empty (forms/F-COM/levels)'],
  [
    'levels: [commune]\n    eventDate',
    'levels: [ward]\n    eventDate',
    '13: is no level (province, district, commune, affiliated, board) (forms/F-COM/levels/0)',
  ],
  ['mainText: kind', 'mainText: name', '15: no such field "name" (forms/F-COM/mainText)'],
  [
    'group: { vi: Truyền thông nhóm }',
    'group: { vi: Noi chuyen }',
    '23: cannot be told from "talk" without accents (forms/F-COM/fields/kind/options/group)',
  ],
  ['      held_on:', '      talk:\n        kind: dat\n      held_on:', '25: Invalid option'],
  ['in: [talk] }\n', 'in: [drama] }\n', '31: "kind" has no option "drama" (forms/F-COM/fields/women/when/in/0)'],
  [
    'when: { field: kind, in: [talk] }',
    'when: { field: women, set: true }',
    '31: no field "women" here, or none before (forms/F-COM/fields/women/when/field)',
  ],
  [
    'when: { field: kind, in: [talk] }',
    'when: { field: kind }',
    '31: is no condition: {field, in | notIn | set | is | atLeast}, {all} or {any} (forms/F-COM/fields/women/when)',
  ],
  ['day: 11-09', 'day: 13-09', '35: 13-09 is not in every year (forms/F-COM/checks/0/day)'],
  [
    'nearDay, field: held_on',
    'nearDay, field: day',
    '35: no field "day" here, or none before (forms/F-COM/checks/0/field)',
  ],
  ['form: F-COM', 'form: F-CON', '43: no such form "F-CON" (indicators/T.1/sources/0/form)'],
  ['{ kind: [talk] }', '{ kind: [tak] }', '43: "kind" has no option "tak" (indicators/T.1/sources/0/where/in/kind/0)'],
  ['field: women }\n    explain', 'field: men }\n    explain', '44: F-COM: no field "men" here, or none before'],
  [
    'rule: { kind: sum, field: women }',
    'rule: { kind: average }',
    "44: Invalid discriminator value. Expected 'coverage' | 'cadence'",
  ],
  [
    'rule: { kind: sum, field: women }',
    'rule: { kind: coverage, atLeast: 1 }\n    target: { percent: 101 }',
    '45: is no percentage (1–100) (indicators/T.1/target/percent)',
  ],
  [
    'rule: { kind: sum, field: women }',
    'rule: { kind: count }\n    window: { from: 2022-01-01, to: 2023-01-01 }',
    '45: lies outside the plan (2022-01-01 to 2022-12-31) (indicators/T.1/window)',
  ],
])('%j turned into %j is found', async (sound, broken, said) => {
  expect(GOOD.split(sound)).toHaveLength(2)
  const [code, lines] = await check({ 'plan.yaml': GOOD.replace(sound, broken) })
  expect(lines).toContain(`plan.yaml:${said}`)
  expect(code).toBe(1)
})

test('a file that is not there is said', async () => {
  expect(await check({})).toEqual([1, 'plan.yaml:1: there is no such file'])
})

test('a plan that extends a file that is not there is told so with both names', async () => {
  expect(await check({ 'plan.yaml': 'id: x\nextends: base.yaml\n' })).toEqual([1, 'base.yaml:1: there is no such file'])
})

test('plans that extend each other in a circle are refused', async () => {
  const files = { 'plan.yaml': 'id: x\nextends: b.yaml\n', 'b.yaml': 'extends: plan.yaml\n' }
  expect(await check(files)).toEqual([1, 'b.yaml:1: extends itself, in a circle'])
})

const NEXT = 'extends: base.yaml\nid: next\nyear: 2023\n'

test('a plan that extends another and says nothing else is sound', async () => {
  expect((await check({ 'plan.yaml': NEXT, 'base.yaml': GOOD }))[0]).toBe(0)
})

test.each([
  ['indicators:\n  T.9: { focus: true }\n', 'plan.yaml:5: changes T.9, which the extended plan does not have'],
  ['forms:\n  F-COM: { none: true }\n', 'plan.yaml:5: changes a form without a higher version'],
  ['indicators:\n  T.1:\n    rule: { field: men }\n', 'plan.yaml:6: F-COM: no field "men"'],
  ['indicators:\n  T.1: { endz: true }\n', 'plan.yaml:5: unknown key "endz" (indicators/T.1/endz)'],
  ['forms:\n  F-COM: { version: 2, fields: { women: null } }\n', 'base.yaml:44: F-COM: no field "women"'],
  ['indicators:\n  T.1: { window: { from: 2022-01-01, to: 2022-12-31 } }\n', 'plan.yaml:5: lies outside the plan'],
])('an extending plan with %j is told in which file and line', async (changes, said) => {
  const [code, lines] = await check({ 'plan.yaml': NEXT + changes, 'base.yaml': GOOD })
  expect(lines).toContain(said)
  expect(code).toBe(1)
})
