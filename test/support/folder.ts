import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { quickParent } from './quickParent.ts'

/** A folder that goes when the test ends. With mode 0755 other users may look in, as into a real DATA_DIR's parent. */
export function temporaryFolder(mode = 0o755, parent = quickParent()): string {
  const folder = mkdtempSync(path.join(parent, 'chihoi-test-'))
  chmodSync(folder, mode)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return folder
}
