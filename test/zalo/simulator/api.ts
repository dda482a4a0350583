import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fileTypeFromBuffer } from 'file-type'
import type { Events } from './events.ts'
import { ruleMessage, ruleTemplate } from './rules.ts'
import { type Fault, newDigits, newSecret, takeFault, type World } from './world.ts'

const MB = 1024 * 1024
const PAPERS = new Set([
  'application/pdf',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
])

/** openapi.zalo.me and business.openapi.zalo.me: all failures inside HTTP 200. */
export async function apiRoutes(app: FastifyInstance, world: World, events: Events): Promise<void> {
  await app.register(multipart, { limits: { fileSize: 30 * MB } })

  app.addHook('preHandler', async (request, reply) => {
    if (!/^\/(?:v[23]\.0|message)\//.test(request.url)) return
    const path = request.url.split('?')[0] ?? ''
    world.asked.push({ path, body: request.body })
    const fault = takeFault(world, path)
    if (fault !== undefined && fault !== 'lostAfter') return await doFault(reply, fault)
    const refused = ruleToken(world, request, path.startsWith('/message/')) ?? rulePace(world)
    if (refused !== undefined) return await reply.send({ error: refused, message: 'Refused by the simulator' })
    if (fault === 'lostAfter') request.headers['x-lost-after'] = '1'
  })

  for (const path of ['cs', 'group'] as const) {
    app.post(path === 'cs' ? '/v3.0/oa/message/cs' : '/v3.0/oa/group/message', async (request, reply) => {
      const ruling = ruleMessage(world, path, request.body)
      if (!ruling.ok) return { error: ruling.error, message: 'Refused' }
      const id = newSecret()
      const { user, group, bubble, quota } = ruling
      group?.push({ ...bubble, id })
      user?.bubbles.push({ ...bubble, id })
      if (user !== undefined) events.echo(user, { ...bubble, id })
      if (request.headers['x-lost-after'] !== undefined) return await doFault(reply, 'lost')
      const data = {
        message_id: id,
        user_id: user?.id,
        sent_time: String(world.options.now()),
        quota: { quota_type: quota },
      }
      return { data, error: 0, message: 'Success' }
    })
  }

  app.post('/v2.0/oa/upload/image', (request) => takeImage(world, request))
  app.post('/v2.0/oa/upload/file', (request) => takePaper(world, request))
  app.get('/v2.0/oa/getoa', async () => ({
    data: { oa_id: world.options.oaId, name: 'OA mô phỏng', is_verified: true, oa_type: 4, package_name: 'Nâng cao' },
    error: 0,
    message: 'Success',
  }))
  app.get<{ Querystring: { readonly data?: string } }>('/v3.0/oa/user/detail', async ({ query }) => {
    const id = /"user_id":"(\d+)"/.exec(query.data ?? '')?.[1] ?? ''
    const user = world.users.get(id)
    if (user === undefined) return { error: -201, message: 'no such user' }
    return {
      data: { user_id: id, display_name: user.name, user_is_follower: user.follower },
      error: 0,
      message: 'Success',
    }
  })
  for (const to of ['user', 'phone'] as const) {
    app.post(to === 'user' ? '/v3.0/oa/message/template' : '/message/template', async ({ body }) => {
      const ruling = ruleTemplate(world, to, body)
      if ('error' in ruling) return { error: ruling.error, message: 'Refused' }
      const id = newDigits()
      const text = Object.values(ruling.data).join('\n')
      ruling.user?.bubbles.push({ id, from: 'oa', text, buttons: [] })
      return { data: to === 'user' ? { message_id: id } : { msg_id: id }, error: 0, message: 'Success' }
    })
  }
}

export async function doFault(reply: FastifyReply, how: Fault['how']): Promise<FastifyReply> {
  if (typeof how === 'object') return await reply.send({ error: how.error, message: 'as the test asked' })
  if (how === 'status500') return await reply.code(502).send('bad gateway')
  reply.hijack()
  reply.raw.destroy()
  return reply
}

async function takeImage(world: World, request: FastifyRequest) {
  const file = await readUpload(request)
  const type = await fileTypeFromBuffer(file.bytes)
  if (type?.mime !== 'image/jpeg' && type?.mime !== 'image/png') return { error: -201, message: 'not an image' }
  if (file.bytes.length > MB) return { error: -210, message: 'too big' }
  const id = newSecret()
  world.uploads.set(id, { ...file, kind: 'image', at: world.options.now() })
  return { data: { attachment_id: id }, error: 0, message: 'Success' }
}

async function takePaper(world: World, request: FastifyRequest) {
  const file = await readUpload(request)
  const type = await fileTypeFromBuffer(file.bytes)
  if (!PAPERS.has(type?.mime ?? '') && !file.name.endsWith('.csv')) return { error: -201, message: 'bad type' }
  if (file.bytes.length > 5 * MB) return { error: -210, message: 'too big' }
  const token = newSecret()
  world.uploads.set(token, { ...file, kind: 'file', at: world.options.now() })
  return { data: { token }, error: 0, message: 'Success' }
}

/** The codes differ between the hosts. */
function ruleToken(world: World, { headers }: FastifyRequest, business: boolean): number | undefined {
  const pair = world.pairs.find(({ access }) => access === headers['access_token'])
  if (pair === undefined) return business ? -124 : -216
  if (pair.accessUntil > world.options.now()) return undefined
  return business ? -124 : -220
}

function rulePace(world: World): number | undefined {
  const at = Math.floor(world.options.now() / 60_000)
  if (world.minute.at !== at) world.minute = { at, count: 0 }
  world.minute.count++
  return world.minute.count > world.options.perMinute ? -32 : undefined
}

async function readUpload(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const part = await request.file()
  if (part?.fieldname !== 'file') return { name: '', bytes: new Uint8Array() }
  return { name: part.filename, bytes: await part.toBuffer() }
}
