import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/bot/config/config.ts'

const CWD = process.platform === 'win32' ? 'C:\\app' : '/app'
const read = (env: Readonly<Record<string, string>> = {}) => readConfig(env, CWD)

test('without a single variable it starts as a demonstration', () => {
  const config = read()
  expect(config).toMatchObject({ port: 8080, demo: true, logLevel: 'warn' })
  expect(config.dataDir.endsWith('data')).toBe(true)
  expect(config.keyRingFile.startsWith(config.dataDir)).toBe(true)
})

test('an empty variable is as good as none', () => {
  const empty = Object.fromEntries(
    ['DATABASE_URL', 'PORT', 'PUBLIC_URL', 'DATA_DIR', 'KEY_RING_FILE', 'TELEGRAM_BOT_TOKEN', 'DEMO', 'LOG_LEVEL'].map(
      (name) => [name, ''],
    ),
  )
  expect(read(empty)).toEqual(read())
})

describe('whatever says that real people use it ends the demonstration', () => {
  test.each([
    ['DATABASE_URL', 'postgres://x/y'],
    ['PUBLIC_URL', 'https://hoi.example'],
    ['TELEGRAM_BOT_TOKEN', '123456:ABC_def'],
  ])('%s', (name, value) => {
    expect(read({ [name]: value }).demo).toBe(false)
    expect(read({ [name]: value, DEMO: '1' }).demo).toBe(false)
  })
  test('DEMO=0', () => {
    expect(read({ DEMO: '0' }).demo).toBe(false)
  })
})

describe('a wrong value is refused by the name of its variable, never repeated', () => {
  test.each([
    ['PORT', '99999'],
    ['PORT', 'tám mươi'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'hoi.example'],
    ['PUBLIC_URL', 'ftp://hoi.example'],
    ['TELEGRAM_API_ROOT', 'javascript:alert(1)'],
    ['TELEGRAM_BOT_TOKEN', 'khoa-bi-mat'],
    ['DEMO', 'yes'],
    ['S3_ENDPOINT', 'http://s3.example.vn/hoi'],
    ['S3_ENDPOINT', 'https://s3.example.vn'],
    ['S3_REGION', 'Hà Nội'],
    ['S3_ACCESS_KEY', 'có dấu'],
    ['S3_SECRET_KEY', 'khoa bi mat'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s=%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name)
    expect(() => read({ [name]: value })).not.toThrow(`${value} `)
  })
})

test('a bucket needs its address and both of its keys', () => {
  const whole = { S3_ENDPOINT: 'https://s3.example.vn/hoi/', S3_ACCESS_KEY: 'abc', S3_SECRET_KEY: 'defg' }
  expect(read(whole).s3).toEqual({
    endpoint: 'https://s3.example.vn/hoi',
    region: 'auto',
    accessKeyId: 'abc',
    secretAccessKey: 'defg',
  })
  expect(read({ ...whole, S3_ENDPOINT: 'http://127.0.0.1:9000/hoi' }).s3?.endpoint).toBe('http://127.0.0.1:9000/hoi')
  for (const name of Object.keys(whole)) expect(() => read({ ...whole, [name]: '' })).toThrow(name)
  expect(read().s3).toBeUndefined()
})

test('a data folder is read from where the program stands', () => {
  expect(read({ DATA_DIR: 'du-lieu' }).dataDir.endsWith('du-lieu')).toBe(true)
  expect(read({ DATA_DIR: 'du-lieu' }).keyRingFile).toContain('du-lieu')
})

test('the root of Telegram needs its token, and loses its last slash', () => {
  expect(read({ TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }).telegram).toBeUndefined()
  const config = read({ TELEGRAM_BOT_TOKEN: '123456:ABC', TELEGRAM_API_ROOT: 'http://127.0.0.1:1//' })
  expect(config.telegram).toEqual({ token: '123456:ABC', apiRoot: 'http://127.0.0.1:1' })
})
