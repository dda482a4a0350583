import path from 'node:path'
import { type Config, readConfig } from '../config/config.ts'
import { type Installation, openInstallation } from '../store/openInstallation.ts'

/** What a command is given of the outer world; the clock is read once. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly now: Date
  readonly write: (line: string) => void
}

/** A command answers its exit code. */
export type Run = (work: (terminal: Terminal) => Promise<number>) => Promise<void>

export interface DataOption {
  /** Another folder than DATA_DIR. */
  readonly data?: string
}

export const DATA_OPTION = ['--data <dir>', 'thư mục dữ liệu, thay cho DATA_DIR / the data folder'] as const

export function configOf({ env, cwd }: Terminal, { data }: DataOption): Config {
  return readConfig(data === undefined ? env : { ...env, DATA_DIR: path.resolve(cwd, data) }, cwd)
}

/** Does the work on the installation that the environment names, and closes it whatever happens. */
export async function withInstallation<T>(
  terminal: Terminal,
  options: DataOption,
  work: (installation: Installation, config: Config) => Promise<T>,
): Promise<T> {
  const config = configOf(terminal, options)
  const installation = await openInstallation(config)
  try {
    return await work(installation, config)
  } finally {
    await installation.close()
  }
}
