import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { zaloClient } from '../../../src/bot/zalo/client.ts'
import { problemOf, ZaloError } from '../../../src/bot/zalo/error.ts'

test.each([
  ['oa', -32, 'limited'],
  ['oa', -200, 'retry'],
  ['oa', -216, 'refresh'],
  ['oa', -220, 'refresh'],
  ['business', -124, 'refresh'],
  ['oa', -100, 'expired'],
  ['oa', -213, 'gone'],
  ['oa', -230, 'window'],
  ['oa', -232, 'window'],
  ['oa', -210, 'bug'],
  ['oa', -240, 'bug'],
  ['oa', -211, 'money'],
  ['oa', -321, 'money'],
  ['business', -115, 'money'],
  ['oa', -209, 'configuration'],
  ['oa', -403, 'configuration'],
  ['oauth', -14_003, 'configuration'],
  // The same number means something else on another host, and a number in no table is not tried again.
  ['business', -216, 'bug'],
  ['oa', -99_999, 'bug'],
] as const)('on the host %s the code %i is %s', (host, code, problem) => {
  expect(problemOf(host, code)).toBe(problem)
})

async function answering(status: number, body: string) {
  const app = Fastify({ logger: false, forceCloseConnections: true })
  app.post('/*', async (_request, reply) => reply.code(status).send(body))
  const apiRoot = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  return zaloClient({ apiRoot }).send('the-token', { user: '1' }, { kind: 'text', text: 'lời kín' })
}

test.each([
  [200, '{"error":-216,"message":"Access token is invalid"}', 'refresh', -216],
  [200, '{"error":"-32"}', 'limited', -32],
  [200, '<html>', 'unknown', 200],
  [200, '{"error":0,"message":"Success"}', 'unknown', 200],
  [502, 'bad gateway', 'unknown', 502],
  [429, '{}', 'limited', 429],
  [404, '{}', 'bug', 404],
])('an answer %i %s is %s', async (status, body, problem, code) => {
  await expect(answering(status, body)).rejects.toMatchObject({ problem, code })
})

test('a success is read, whatever its ids look like', async () => {
  await expect(answering(200, '{"error":0,"data":{"message_id":12,"quota":null}}')).resolves.toEqual({
    messageId: '12',
  })
})

test('a host that is not there was not asked, and an error tells neither token nor words', async () => {
  const app = Fastify({ logger: false })
  const apiRoot = await app.listen({ port: 0, host: '127.0.0.1' })
  await app.close()
  const failed = await zaloClient({ apiRoot })
    .send('the-token', { user: '1' }, { kind: 'text', text: 'lời kín' })
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(ZaloError)
  expect(failed).toMatchObject({ problem: 'retry' })
  expect(JSON.stringify([failed, String(failed)])).not.toMatch(/token|lời/)
})
