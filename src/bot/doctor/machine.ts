import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config/config.ts'
import { type Check, fine, wrong } from './check.ts'

const ENOUGH_BYTES = 1024 ** 3
const GROUP_AND_OTHERS = 0o077
const READ_OR_WRITE_BY_OTHERS = 0o066

/** Node, the data folder and the key ring, as they lie on the disk; nothing is made or mended. */
export function checkMachine(config: Config, nodeVersion: string): readonly Check[] {
  return [checkNode(nodeVersion), ...checkFolder(config.dataDir), checkRing(config.keyRingFile)]
}

function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major >= 24 || (major === 22 && minor >= 18)) return fine(`Node ${version}`, 'is new enough')
  return wrong(
    `Node ${version} quá cũ: cài Node 24, chạy lại "npm ci"`,
    'is too old: install Node 24, run "npm ci" again',
  )
}

function checkFolder(dir: string): readonly Check[] {
  const found = statSync(dir, { throwIfNoEntry: false })
  if (found === undefined) {
    return [
      wrong(
        `chưa có thư mục dữ liệu ${dir}: chạy "npm run -s cli -- init --name …", hoặc đặt đúng DATA_DIR`,
        'no data folder yet: run "init", or set DATA_DIR',
      ),
    ]
  }
  const open = process.platform !== 'win32' && (found.mode & READ_OR_WRITE_BY_OTHERS) !== 0
  const { bavail, bsize } = statfsSync(dir)
  const free = bavail * bsize
  const gigabytes = (free / ENOUGH_BYTES).toFixed(1)
  return [
    open
      ? wrong(
          `người khác đọc được thư mục dữ liệu: chạy "chmod 700 ${dir}"`,
          'others may read the data folder: chmod 700',
        )
      : fine(`thư mục dữ liệu ${dir}`, 'the data folder is its owner’s alone'),
    free < ENOUGH_BYTES
      ? wrong(`ổ đĩa chỉ còn ${gigabytes} GB: dọn bớt, cần ít nhất 1 GB`, 'little space is left: 1 GB is needed')
      : fine(`ổ đĩa còn ${gigabytes} GB`, 'space is left'),
  ]
}

function checkRing(file: string): Check {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) {
    return wrong(
      `không có tệp khóa ${file}: chép lại tệp khóa của dữ liệu này, hoặc đặt đúng KEY_RING_FILE; chỉ khi dữ liệu còn trống mới để tự tạo`,
      'there is no key ring: put back that of these data, or set KEY_RING_FILE; let a new one be made only for empty data',
    )
  }
  if (process.platform !== 'win32' && (found.mode & GROUP_AND_OTHERS) !== 0) {
    return wrong(`người khác đọc được tệp khóa: chạy "chmod 600 ${file}"`, 'others may read the key ring: chmod 600')
  }
  try {
    JSON.parse(readFileSync(file, 'utf8'))
    return fine(`tệp khóa ${file}`, 'the key ring is readable, by its owner alone')
  } catch {
    return wrong(`tệp khóa ${file} bị hỏng: chép lại bản giữ riêng`, 'the key ring is damaged: put back the copy')
  }
}

/** A thief of the data folder must not get the key with it. */
export function checkRingApart({ keyRingFile, dataDir }: Config): Check {
  const inside = !path.relative(dataDir, keyRingFile).startsWith('..')
  return inside
    ? wrong(
        `tệp khóa nằm cùng dữ liệu: chuyển sang nơi khác và đặt KEY_RING_FILE=…/${path.basename(keyRingFile)}`,
        'the key ring lies beside the data: move it and set KEY_RING_FILE',
      )
    : fine('tệp khóa nằm ngoài thư mục dữ liệu', 'the key ring is apart from the data')
}

export const hasDatabase = (config: Config): boolean =>
  config.databaseUrl !== undefined || existsSync(path.join(config.dataDir, 'pg'))
