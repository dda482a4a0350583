import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Source {
  readonly file: string
  readonly code: string
}

export const root = path.join(import.meta.dirname, '..')

/** Everything under src that somebody wrote. */
export const readSources = (): readonly Source[] =>
  readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !name.includes('generated'))
    .map((name) => path.posix.join('src', ...name.split(path.sep)))
    .map((file) => ({ file, code: readFileSync(path.join(root, file), 'utf8') }))
