import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { generateClient } from '../../scripts/prepare.ts'

const schema = (model: string) => `
  generator client {
    provider               = "prisma-client"
    output                 = "elsewhere"
    runtime                = "nodejs"
    moduleFormat           = "esm"
    generatedFileExtension = "ts"
    importFileExtension    = "ts"
  }
  datasource db {
    provider = "postgresql"
  }
  model ${model} {
    id Int @id
  }
`

test('the client is made once for a schema, by however many start, and again for another', {
  timeout: 120_000,
}, async () => {
  // Inside the project, where the client finds its runtime.
  const folder = path.join(import.meta.dirname, `../../.cache/prepare-${process.pid}`)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const places = { schemaFile: path.join(folder, 's.prisma'), output: path.join(folder, 'out'), cache: folder }
  mkdirSync(folder, { recursive: true })

  writeFileSync(places.schemaFile, schema('First'))
  await Promise.all([generateClient(places), generateClient(places)])
  expect(modelsIn(places.output)).toBe('First')

  const before = statSync(places.output).ino
  await generateClient(places)
  expect(statSync(places.output).ino).toBe(before)

  writeFileSync(places.schemaFile, schema('Second'))
  await generateClient(places)
  expect(modelsIn(places.output)).toBe('Second')
  expect(readdirSync(folder).sort((a, b) => (a < b ? -1 : 1))).toEqual(['out', 's.prisma'])
})

/** Loads the client in node itself, which strips types but compiles nothing. */
function modelsIn(output: string): string {
  const code = `import { Prisma } from ${JSON.stringify(pathToFileURL(path.join(output, 'client.ts')).href)}
    console.log(Object.keys(Prisma.ModelName).join())`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
  return stdout.trim() || stderr
}
