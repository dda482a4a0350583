import ts from 'typescript'

export interface Literals {
  /** String literals and the fixed parts of templates, with their lines; comments are not among them. */
  readonly whole: readonly { readonly text: string; readonly line: number }[]
  /** What stands before the first `${` of a template, where it looks like the head of a key: 'standing.'. */
  readonly heads: readonly string[]
  /** Keys given to t() itself. */
  readonly keys: readonly string[]
  readonly keyHeads: readonly string[]
}

/** The literals of a source file, found by the compiler's own parser. */
export function literalsIn(file: string, code: string): Literals {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind)
  const whole: { text: string; line: number }[] = []
  const heads: string[] = []
  const keys: string[] = []
  const keyHeads: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      whole.push({ text: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    }
    if (ts.isTemplateHead(node) && /^[a-zA-Z]+\.([a-zA-Z]+\.)*$/u.test(node.text)) heads.push(node.text)
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const [first] = node.arguments
      for (const one of first === undefined ? [] : chosen(first)) {
        if (ts.isStringLiteralLike(one)) keys.push(one.text)
        if (ts.isTemplateExpression(one)) keyHeads.push(one.head.text)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { whole, heads, keys, keyHeads }
}

/** Both sides of `a ? 'x' : 'y'`. */
const chosen = (node: ts.Expression): readonly ts.Expression[] =>
  ts.isConditionalExpression(node) ? [...chosen(node.whenTrue), ...chosen(node.whenFalse)] : [node]
