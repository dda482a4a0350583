import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Blobs, folderBlobs } from '../../../src/bot/store/blobs.ts'
import { openBlobs } from '../../../src/bot/store/openBlobs.ts'
import { reachesBucket, s3Blobs } from '../../../src/bot/store/s3Blobs.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { type S3Server, startS3Server } from '../../support/s3Server.ts'

let s3: S3Server
beforeAll(async () => {
  s3 = await startS3Server()
})
afterAll(() => s3.stop())

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe.each([
  ['a folder', () => folderBlobs(path.join(temporaryFolder(), 'files'))],
  ['a bucket', () => s3Blobs(s3.config)],
])('%s', (_name, open) => {
  let blobs: Blobs
  beforeEach(() => {
    blobs = open()
  })

  test('gives back what was put, whatever bytes they are', async () => {
    const all = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256)
    await blobs.put('a1', all)
    expect(Buffer.from((await blobs.get('a1')) ?? []).equals(Buffer.from(all))).toBe(true)
    await blobs.put('a1', bytes('mới'))
    expect(Buffer.from((await blobs.get('a1')) ?? []).toString()).toBe('mới')
  })

  test('has nothing under an id that was never put, or was removed; removing twice is removing once', async () => {
    expect(await blobs.get('none')).toBeUndefined()
    await blobs.put('b1', bytes('x'))
    await blobs.remove('b1')
    await blobs.remove('b1')
    expect(await blobs.get('b1')).toBeUndefined()
  })
})

test('what goes into the bucket does not go into the data folder', async () => {
  const dataDir = temporaryFolder()
  await openBlobs({ dataDir, s3: s3.config }).put('c1', bytes('x'))
  expect(s3.objects.get('evidence/c1')?.toString()).toBe('x')
  expect(existsSync(path.join(dataDir, 'files'))).toBe(false)
})

test('a storage that fails twice is tried a third time, and its failure told after that', async () => {
  const blobs = s3Blobs(s3.config)
  s3.fail(2)
  await blobs.put('d1', bytes('x'))
  expect(s3.objects.has('evidence/d1')).toBe(true)
  s3.fail(3)
  await expect(blobs.put('d2', bytes('x'))).rejects.toThrow('503')
  expect(s3.objects.has('evidence/d2')).toBe(false)
  s3.fail(3)
  await expect(blobs.get('d1')).rejects.toThrow('503')
})

test('a bucket is reached with its own keys only', async () => {
  expect(await reachesBucket(s3.config)).toBe(true)
  expect(await reachesBucket({ ...s3.config, secretAccessKey: 'another' })).toBe(false)
  expect(await reachesBucket({ ...s3.config, endpoint: 'http://127.0.0.1:1/hoi' })).toBe(false)
  await expect(s3Blobs({ ...s3.config, secretAccessKey: 'another' }).put('e1', bytes('x'))).rejects.toThrow('403')
})
