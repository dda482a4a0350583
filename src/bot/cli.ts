import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { addBackup, addRestore } from './commands/backup.ts'
import { addBind } from './commands/bind.ts'
import { addDeadLetters } from './commands/deadLetters.ts'
import { addDigest } from './commands/digest.ts'
import { addExamples } from './commands/examples.ts'
import { addDoctor } from './commands/doctor.ts'
import { addImportUnits } from './commands/importUnits.ts'
import { addInit } from './commands/init.ts'
import { addInvite } from './commands/invite.ts'
import { addKeys } from './commands/keys.ts'
import { addPeople } from './commands/people.ts'
import { addRevoke } from './commands/revoke.ts'
import type { Run } from './commands/terminal.ts'
import { addUnits } from './commands/units.ts'
import { addZaloConsent } from './commands/zaloConsent.ts'
import { runPlanCheck } from './commands/plan.ts'
import { runTalk } from './commands/talk.ts'
import { runTally, type TallyOptions } from './commands/tally.ts'
import { runTriage } from './commands/triage.ts'

const COMMANDS: readonly ((program: Command, run: Run) => void)[] = [
  addInit,
  addImportUnits,
  addUnits,
  addInvite,
  addRevoke,
  addBind,
  addPeople,
  addExamples,
  addDoctor,
  addBackup,
  addRestore,
  addZaloConsent,
  addKeys,
  addDeadLetters,
  addDigest,
]

const write = (line: string): void => void process.stdout.write(`${line}\n`)
// A reader that stops early (head) is no failure.
process.stdout.on('error', () => process.exit(0))

/** `npm run -s cli -- …` */
export async function runCli(args: readonly string[]): Promise<number> {
  let code = 0
  const run: Run = async (work) => {
    code = await work({ env: process.env, cwd: process.cwd(), now: new Date(), write })
  }
  const program = new Command('cli')
    .description('Chị Hội')
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(text) })
  for (const add of COMMANDS) add(program, run)
  addTalk(program)
  addFigures(program, run)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (isUsage(error)) return error.exitCode
    throw error
  }
  return code
}

function addTalk(program: Command): void {
  program
    .command('talk')
    .description('a conversation in the terminal, on a database of its own')
    .requiredOption('--as <key>', 'who speaks: see people')
    .option('--data <dir>', 'keep the database here; a temporary one otherwise')
    .option('--json', 'one JSON line for each message', false)
    .option('--examples', 'with a year of example reports', false)
    .action(async (options: { as: string; data?: string; json: boolean; examples: boolean }) => {
      await runTalk({ ...options, input: process.stdin, write })
    })
}

function addFigures(program: Command, run: Run): void {
  program
    .command('triage')
    .description('danger and topic of messages: JSON lines in, JSON lines out')
    .action(() =>
      run(() => runTriage(createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }), write)),
    )
  program
    .command('plan')
    .description('plan files')
    .command('check <file>')
    .description('checks a plan file')
    .action((file: string) => run(() => runPlanCheck(file, write)))
  program
    .command('tally')
    .description('the figures of the plan')
    .option('--json', 'as JSON', false)
    .option('--as-of <date>', 'figures as of this day, YYYY-MM-DD')
    .option('--known-at <time>', 'only what was recorded until then')
    .option('--unit <id>', 'the unit; the root otherwise')
    .option('--data <dir>', 'the data folder')
    .action((options: TallyOptions) => run(() => runTally(options, write)))
}

const isUsage = (error: unknown): error is { exitCode: number } =>
  typeof error === 'object' && error !== null && 'exitCode' in error && typeof error.exitCode === 'number'

process.exitCode = await runCli(process.argv.slice(2))
