import { fileId, type UnitId } from '../../domain/ids.ts'
import {
  type Letterhead,
  LETTERHEAD_FIELDS,
  type LetterheadField,
  UNIT_MARK,
  UPPER_MARK,
  usualLetterhead,
} from '../../domain/unit/letterhead.ts'
import { type Level, LEVELS } from '../../domain/unit/unit.ts'
import type { Input } from '../heard.ts'
import { fileName } from '../papers/fileName.ts'
import { frameOf, rootOf } from '../papers/letterheadOf.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { theLetterhead } from '../union/needs.ts'
import type { Place } from '../union/place.ts'

type LetterheadPlace = Extract<Place, { at: 'letterhead' }>

const LONGEST = 400

/** Head and foot of official documents, one template a level: which level, which part, the new words. */
export function* letterheadPlace(place: LetterheadPlace, input: Input, ctx: Ctx): Flow {
  const mine = unitsOf(ctx.who, 'admin')[0]
  if (mine === undefined) return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  const root = rootOf(mine, ctx)
  const level = place.level ?? levelPicked(input)
  if (level === undefined) return askLevel(root, ctx)
  const now = (yield* theLetterhead(root, level)) ?? usualLetterhead(level)
  if (input.kind === 'picked' && input.id === 'levels') return askLevel(root, ctx)
  if (input.kind === 'picked' && input.id === 'heading') {
    return save(root, level, { ...now, heading: now.heading === 'state' ? 'party' : 'state' })
  }
  if (input.kind === 'picked' && input.id === 'try') return tryOut(root, level, now, ctx)
  const field = fieldPicked(input)
  if (field !== undefined) return askField(level, field, now)
  if (place.field !== undefined && input.kind === 'said') {
    const text = input.text.trim()
    if (text.length > LONGEST) return askField(level, place.field, now, t('letterhead.tooLong', { n: LONGEST }))
    return save(root, level, { ...now, [place.field]: text === '-' ? '' : text })
  }
  return showTemplate(level, now)
}

const levelPicked = (input: Input): Level | undefined =>
  input.kind === 'picked' ? LEVELS.find((one) => input.id === `level:${one}`) : undefined

const fieldPicked = (input: Input): LetterheadField | undefined =>
  input.kind === 'picked' ? LETTERHEAD_FIELDS.find((one) => input.id === `field:${one}`) : undefined

function askLevel(root: UnitId, ctx: Ctx): UnionDecision {
  const present = new Set(ctx.tree.subtreeOn(root, ctx.today).map((one) => one.level))
  const levels = LEVELS.filter((one) => present.has(one)).map((one) => choice(`level:${one}`, t(`level.${one}`)))
  return {
    place: { at: 'letterhead' },
    says: [ask([t('letterhead.which')], [...levels, choice('admin', t('page.back'))])],
    effects: [],
  }
}

function showTemplate(level: Level, letterhead: Letterhead, before: readonly Line[] = []): UnionDecision {
  const lines = [
    ...before,
    t('letterhead.head', { level: t(`level.${level}`) }),
    t('letterhead.line', { name: t('letterhead.heading'), value: t(`letterhead.heading.${letterhead.heading}`) }),
    ...LETTERHEAD_FIELDS.map((field) =>
      t('letterhead.line', { name: t(`letterhead.${field}`), value: shown(letterhead[field]) }),
    ),
  ]
  return {
    place: { at: 'letterhead', level },
    says: [
      ask(lines, [
        choice('heading', t('letterhead.switch')),
        ...LETTERHEAD_FIELDS.map((field) => choice(`field:${field}`, t(`letterhead.${field}`))),
        choice('try', t('letterhead.try'), 'go'),
        choice('levels', t('page.back')),
        choice('home', t('menu.home')),
      ]),
    ],
    effects: [],
  }
}

const shown = (text: string): Line => (text === '' ? t('letterhead.empty') : words(text.replaceAll('\n', ' / ')))

function askField(level: Level, field: LetterheadField, letterhead: Letterhead, problem?: Line): UnionDecision {
  const lines = [
    ...(problem === undefined ? [] : [problem]),
    t('letterhead.ask', { name: t(`letterhead.${field}`), value: shown(letterhead[field]) }),
    t('letterhead.how', { unit: UNIT_MARK, upper: UPPER_MARK }),
  ]
  return {
    place: { at: 'letterhead', level, field },
    says: [ask(lines, [choice(`level:${level}`, t('page.back'))])],
    effects: [],
    typed: 'value',
  }
}

function save(root: UnitId, level: Level, letterhead: Letterhead): UnionDecision {
  const decision = showTemplate(level, letterhead, [t('letterhead.saved')])
  return {
    ...decision,
    effects: [
      { do: 'putLetterhead', root, level, letterhead },
      { do: 'audit', act: 'letterhead', subject: `${root}:${level}` },
    ],
  }
}

/** An empty document of a unit of this level, as it would be printed. */
function tryOut(root: UnitId, level: Level, letterhead: Letterhead, ctx: Ctx): UnionDecision {
  const unit = ctx.tree.subtreeOn(root, ctx.today).find((one) => one.level === level)?.unit ?? root
  const id = fileId(ctx.newId())
  const decision = showTemplate(level, letterhead)
  const paper = { ...frameOf(letterhead, unit, ctx), title: t('letterhead.sample'), lines: [], blocks: [] }
  return {
    ...decision,
    says: [{ lines: [t('letterhead.tryMade')], files: [id] }, ...decision.says],
    effects: [
      { do: 'makeFile', id, name: fileName(['mau', level], 'word'), made: { kind: 'word', paper, locale: 'vi' } },
    ],
  }
}
