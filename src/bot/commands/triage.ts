import { z } from 'zod'
import { triage } from '../../domain/triage.ts'

const line = z.object({ text: z.string() })

/**
 * `cli triage`: one JSON object `{"text": …}` a line in, one a line out, in the same order.
 * A line that cannot be read is answered with `{"error": …}`; the rest is still done and the exit code is 1.
 */
export async function runTriage(input: AsyncIterable<string>, write: (line: string) => void): Promise<number> {
  let number = 0
  let exitCode = 0
  for await (const raw of input) {
    number++
    if (raw.trim() === '') continue
    const text = readText(raw)
    if (text === undefined) {
      exitCode = 1
      write(JSON.stringify({ error: `line ${number}: expected {"text": "…"}` }))
      continue
    }
    const { danger, topic, why } = triage(text)
    write(JSON.stringify({ text, danger, topic, why }))
  }
  return exitCode
}

function readText(raw: string): string | undefined {
  try {
    return line.safeParse(JSON.parse(raw)).data?.text
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
