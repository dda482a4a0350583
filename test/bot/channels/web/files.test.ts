import { expect, test } from 'vitest'
import { fileMax } from '../../../../src/bot/channels/web/fileRoutes.ts'
import { aClientId, webServer, type WebServer } from './server.ts'

interface Form {
  readonly id?: string
  readonly set?: string
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
}

/** Posts a form as a browser writes it. */
async function upload(server: WebServer, token: string, { id = aClientId(1), set, files = [aPhoto] }: Form = {}) {
  const form = new FormData()
  form.set('id', id)
  if (set !== undefined) form.set('set', set)
  for (const { name, bytes } of files) form.append('file', new Blob([bytes]), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  const headers = {
    'content-type': request.headers.get('content-type') ?? '',
    'content-length': String(payload.length),
    authorization: `Bearer ${token}`,
  }
  return server.app.inject({ method: 'POST', url: '/chat/files', payload, headers })
}

const aPhoto = { name: 'Ảnh hội nghị.png', bytes: new Uint8Array([1, 2, 3]) }

test('a file is saved and arrives', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  expect((await upload(server, token)).statusCode).toBe(202)
  expect(server.arrivals).toMatchObject([{ what: { kind: 'file', file: { name: 'Ảnh hội nghị.png', size: 3 } } }])
})

test('files that were chosen at once arrive as one set', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  for (const n of [1, 2]) await upload(server, token, { id: aClientId(n), set: aClientId(9) })
  await upload(server, token, { id: aClientId(3) })
  expect(server.arrivals.map(({ what }) => (what.kind === 'file' ? what.album : what))).toEqual([
    aClientId(9),
    aClientId(9),
    undefined,
  ])
  const answer = await upload(server, token, { id: aClientId(4), set: 'không phải mã' })
  expect([answer.statusCode, answer.json().error.field]).toEqual([400, 'id'])
})

test('a file of 10 MB arrives whole', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  await upload(server, token, { files: [{ name: 'a.png', bytes: new Uint8Array(fileMax) }] })
  expect(server.arrivals).toMatchObject([{ what: { kind: 'file', file: { size: fileMax } } }])
})

test.each([1, 1024 * 1024])('a file that is %i bytes too big is refused', async (more) => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const answer = await upload(server, token, { files: [{ name: 'a.png', bytes: new Uint8Array(fileMax + more) }] })
  expect([answer.statusCode, answer.json().error.code]).toEqual([413, 'tooBig'])
  expect(server.arrivals).toEqual([])
})

test('a file that the bot does not take arrives as such, so that the bot can say why', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const answer = await upload(server, token, { files: [{ name: 'a.exe', bytes: new Uint8Array(5) }] })
  expect(answer.statusCode).toBe(202)
  expect(server.arrivals[0]?.what).toEqual({ kind: 'badFile', why: 'type' })
})

test('an empty file is unreadable', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  await upload(server, token, { files: [{ name: 'a.png', bytes: new Uint8Array() }] })
  expect(server.arrivals[0]?.what).toEqual({ kind: 'badFile', why: 'unreadable' })
})

test.each<[string, Form]>([
  ['id', { id: 'one' }],
  ['file', { files: [] }],
  ['file', { files: [aPhoto, aPhoto] }],
])('a form with a bad %s is refused', async (field, form) => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const answer = await upload(server, token, form)
  expect([answer.statusCode, answer.json().error.field]).toEqual([400, field])
  expect(server.arrivals).toEqual([])
})

test('a form that breaks off is refused', async () => {
  const server = await webServer()
  const headers = {
    'content-type': 'multipart/form-data; boundary=x',
    authorization: `Bearer ${await server.ports.openSession()}`,
  }
  const payload = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc'
  const answer = await server.app.inject({ method: 'POST', url: '/chat/files', payload, headers })
  expect(answer.statusCode).toBe(400)
})

test('a file is given back to be saved', async () => {
  const server = await webServer()
  const authorization = `Bearer ${await server.ports.openSession()}`
  server.files.set('f9', { mime: 'image/png', name: 'Biểu đồ "1".png', bytes: new Uint8Array([7, 8]) })
  const answer = await server.app.inject({ url: '/chat/files/f9', headers: { authorization } })
  expect([...answer.rawPayload]).toEqual([7, 8])
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename*=UTF-8''Bi%E1%BB%83u%20%C4%91%E1%BB%93%20%221%22.png`,
  })
})

test.each(['none', '..%2fetc', '%00'])('there is no file %s', async (id) => {
  const server = await webServer()
  const authorization = `Bearer ${await server.ports.openSession()}`
  expect((await server.app.inject({ url: `/chat/files/${id}`, headers: { authorization } })).statusCode).toBe(404)
})
