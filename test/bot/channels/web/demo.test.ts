import { expect, test } from 'vitest'
import { webServer } from './server.ts'

const people = { method: 'GET', url: '/demo/people' } as const
const fill = { method: 'POST', url: '/demo/examples', payload: {} } as const
const become = { method: 'POST', url: '/demo/session', payload: { key: 'hoa' } } as const

test('one becomes a person of the demonstration', async () => {
  const server = await webServer({ demo: true })
  expect((await server.app.inject(people)).json().people).toContainEqual({
    key: 'hoa',
    name: 'Nguyễn Thị Hoa',
    role: 'Cán bộ Hội',
    unit: 'Xã Bình Minh',
  })
  const { token } = (await server.app.inject(become)).json()
  expect(server.addressOf(token)).toBe('demo-hoa')
})

test.each(['127.0.0.1:8080', 'localhost', 'LOCALHOST:1', '[::1]:8080'])('it is there for Host %s', async (host) => {
  const { app } = await webServer({ demo: true })
  expect((await app.inject({ ...people, headers: { host } })).statusCode).toBe(200)
})

test.each([
  ['another Host', { headers: { host: 'chihoi.example' } }],
  ['a Host that only begins like ours', { headers: { host: '127.0.0.1.evil.example' } }],
  ['another machine', { remoteAddress: '192.168.1.7' }],
  ['a proxy on this machine', { headers: { host: 'localhost', 'x-forwarded-for': '8.8.8.8' } }],
])('it is not there for %s', async (_name, request) => {
  const { app } = await webServer({ demo: true })
  for (const route of [people, become, fill]) expect((await app.inject({ ...route, ...request })).statusCode).toBe(404)
})

test('it is not there where the demonstration is off', async () => {
  const { app } = await webServer()
  for (const route of [people, become, fill]) expect((await app.inject(route)).statusCode).toBe(404)
})
