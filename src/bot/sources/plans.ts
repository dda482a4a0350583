import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { checkPlan } from '../../domain/plan/checkPlan.ts'
import { extendPlan, type RawPlan } from '../../domain/plan/extendPlan.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { parsePlan } from '../../domain/plan/planFile.ts'
import type { PlanPath, PlanProblem } from '../../domain/plan/schemaParts.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { StartError } from '../start/startError.ts'

/** What is wrong in a plan file, and where a person will find it. */
interface LocatedProblem extends PlanProblem {
  readonly file: string
  readonly line: number
}

/** One file as written, with the files it extends behind it. */
interface PlanText {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  readonly raw: RawPlan
  readonly base?: PlanText
}

type Loaded<T> = Result<T, readonly LocatedProblem[]>

/**
 * Every plan of a folder, one that extends another after it. A file with `year: current` is for the demonstration: it is
 * read for each of these years, and left out where a real plan covers the year.
 */
export async function loadPlans(options: {
  readonly dir: string
  readonly demoYears?: readonly number[] | undefined
}): Promise<readonly Plan[]> {
  const names = (await readdir(options.dir)).filter((name) => name.endsWith('.yaml')).sort()
  const parsed: Parsed = new Map()
  const texts = await Promise.all(names.map((name) => readPlanText(join(options.dir, name), [], parsed)))
  const real = texts.filter((text) => !text.ok || text.value.raw.year !== 'current')
  const plans = inOrder(real).map((text) => orThrow(planOf(text, 0)))
  const years = (options.demoYears ?? []).filter(
    (year) => !plans.some((plan) => Number(plan.from.slice(0, 4)) === year),
  )
  const demo = inOrder(texts.filter((text) => text.ok && text.value.raw.year === 'current'))
  return [...plans, ...years.flatMap((year) => demo.map((text) => orThrow(planOf(text, year))))]
}

/** Reads and checks one plan file; `currentYear` stands for `year: current`. */
export async function loadPlan(file: string, currentYear: number): Promise<Loaded<Plan>> {
  const text = await readPlanText(file, [], new Map())
  return text.ok ? planOf(text.value, currentYear) : text
}

const orThrow = (loaded: Loaded<Plan>): Plan => {
  if (loaded.ok) return loaded.value
  throw planError(loaded.error)
}

function planError(problems: readonly LocatedProblem[]): StartError {
  const list = problems.map(problemLine).join('\n')
  return new StartError({ vi: `Tệp kế hoạch có lỗi:\n${list}`, en: 'A plan file has errors (see above).' })
}

/** `plans/2022.yaml:120: no such field "women" (forms/F-COM/mainText)` */
export const problemLine = (problem: LocatedProblem): string =>
  `${problem.file}:${problem.line}: ${problem.reason}${problem.path.length === 0 ? '' : ` (${problem.path.join('/')})`}`

/** By how many files each one stands on, so that a plan comes after the one it extends. */
function inOrder(texts: readonly Loaded<PlanText>[]): readonly PlanText[] {
  const depth = (text: PlanText): number => (text.base === undefined ? 0 : 1 + depth(text.base))
  return texts
    .map((text) => {
      if (text.ok) return text.value
      throw planError(text.error)
    })
    .sort((a, b) => depth(a) - depth(b))
}

/** Files already parsed: one that others extend is parsed once. */
type Parsed = Map<string, Promise<Loaded<PlanText>>>

async function readPlanText(file: string, behind: readonly string[], parsed: Parsed): Promise<Loaded<PlanText>> {
  const key = resolve(file)
  const reading = parsed.get(key) ?? parseFile(file)
  parsed.set(key, reading)
  const own = await reading
  if (!own.ok || own.value.raw.extends === undefined) return own
  const { raw } = own.value
  const at = (reason: string): Loaded<never> =>
    err([{ file, line: lineIn(own.value, ['extends']).line, path: [], reason }])
  if (typeof raw.extends !== 'string') return at('extends names no file')
  const next = join(dirname(file), raw.extends)
  if ([file, ...behind].some((one) => resolve(one) === resolve(next))) return at('extends itself, in a circle')
  const base = await readPlanText(next, [file, ...behind], parsed)
  return base.ok ? ok({ ...own.value, base: base.value }) : base
}

async function parseFile(file: string): Promise<Loaded<PlanText>> {
  const at = (line: number, reason: string): Loaded<never> => err([{ file, line, path: [], reason }])
  let source: string
  try {
    source = await readFile(file, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return at(1, 'there is no such file')
    throw cause
  }
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  if (document.errors.length > 0) {
    return err(
      document.errors.map(({ pos, message }) => {
        const line = lines.linePos(pos[0]).line
        return { file, line, path: [], reason: message.split(/ at line \d+/)[0] ?? message }
      }),
    )
  }
  const raw: unknown = document.toJS()
  return isRaw(raw) ? ok({ file, document, lines, raw }) : at(1, 'is no map')
}

function planOf(text: PlanText, currentYear: number): Loaded<Plan> {
  const { raw, problems } = wholeOf(text, currentYear)
  if (problems.length > 0) return err(problems)
  const located = (found: readonly PlanProblem[]): Loaded<never> => err(found.map((one) => locate(text, one)))
  const plan = parsePlan(raw)
  if (!plan.ok) return located(plan.error)
  const wrong = checkPlan(plan.value)
  return wrong.length === 0 ? plan : located(wrong)
}

function wholeOf(
  text: PlanText,
  currentYear: number,
): { readonly raw: RawPlan; readonly problems: readonly LocatedProblem[] } {
  const own =
    text.raw.year === 'current'
      ? { ...text.raw, id: `${String(text.raw.id)}-${currentYear}`, year: currentYear }
      : text.raw
  if (text.base === undefined) return { raw: own, problems: [] }
  const base = wholeOf(text.base, currentYear)
  const { raw, problems } = extendPlan(base.raw, own)
  return { raw, problems: [...base.problems, ...problems.map((one) => locate(text, one))] }
}

/** In the file that says most of the path: a later one first, the one it extends where the later is silent. */
function locate(text: PlanText, problem: PlanProblem): LocatedProblem {
  const own = lineIn(text, problem.path)
  const base = text.base === undefined ? undefined : locateDepth(text.base, problem.path)
  const best = base !== undefined && base.depth > own.depth ? base : { ...own, file: text.file }
  return { ...problem, file: best.file, line: best.line }
}

function locateDepth(text: PlanText, path: PlanPath): { file: string; line: number; depth: number } {
  const own = { ...lineIn(text, path), file: text.file }
  const base = text.base === undefined ? undefined : locateDepth(text.base, path)
  return base !== undefined && base.depth > own.depth ? base : own
}

/** The line of the deepest part of the path that the file has. */
function lineIn(text: Omit<PlanText, 'base'>, path: PlanPath): { readonly line: number; readonly depth: number } {
  const lineOf = (node: unknown): number => text.lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line
  let node: unknown = text.document.contents
  let line = 1
  let depth = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step))
      if (pair === undefined) break
      line = lineOf(pair.key)
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      node = node.items[step]
      line = lineOf(node)
    } else break
    depth++
  }
  return { line, depth }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value

const isRaw = (value: unknown): value is RawPlan => typeof value === 'object' && value !== null && !Array.isArray(value)

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
