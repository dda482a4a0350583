// node scripts/regexes.ts   fails when a regular expression may take more than linear time on some text
import { analyse } from 'scslre'
import ts from 'typescript'
import { readSources, type Source } from './sources.ts'

/**
 * One line for each literal that backtracks super-linearly, by the static analysis of scslre: two repetitions that can trade
 * letters, or one that is tried anew from each letter of a run. Expressions put together at run time are not seen.
 */
export function checkRegexes(sources: readonly Source[] = readSources()): readonly string[] {
  return sources.flatMap(({ file, code }) =>
    literalsIn(file, code).flatMap(({ source, flags, line }) => {
      const [report] = analyse({ source, flags }).reports
      if (report === undefined) return []
      return [`${file}:${line}: ${KINDS[report.type]} at «${report.character.pick}»: /${source}/${flags}`]
    }),
  )
}

const KINDS = {
  Trade: 'two repetitions share letters',
  Self: 'a repetition inside a repetition shares letters',
  Move: 'tried anew from each letter of a run',
} as const

interface Literal {
  readonly source: string
  readonly flags: string
  readonly line: number
}

function literalsIn(file: string, code: string): readonly Literal[] {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const parsed = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind)
  const found: Literal[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), line })
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

if (import.meta.main) {
  const problems = checkRegexes()
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
