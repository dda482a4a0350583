import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import { consentUrl, exchangeCode, makePkce, type TokenPair, type ZaloApp } from '../../zalo/oauth.ts'

export interface ConsentAccount {
  readonly name: string
  readonly app: ZaloApp
  readonly oaId: string
  readonly begin: (pair: TokenPair) => Promise<void>
}

export interface ConsentPorts {
  findLink(link: string): Promise<string | undefined>
  begin(link: string, verifier: string): Promise<{ readonly account: string; readonly state: string } | undefined>
  finish(state: string): Promise<{ readonly account: string; readonly verifier: string } | undefined>
}

export interface ConsentOptions extends ConsentPorts {
  readonly accounts: readonly ConsentAccount[]
  /** PUBLIC_URL; what is registered with the app is this and `/zalo/callback`. */
  readonly base: () => string
  readonly warn: (event: string, code?: string) => void
}

const open = { config: { policy: 'public' } } as const
type Link = { readonly Params: { readonly link: string } }
type Callback = { readonly Querystring: Readonly<Record<string, unknown>> }

/**
 * The page that an administrator of the account opens once. It is shown without being spent, since chat programs look at links
 * before people do; only the button spends it.
 */
export function consentRoutes(options: ConsentOptions): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 }, (_request, _body, done) => done(null))

    app.get<Link>('/zalo/consent/:link', open, async (request, reply) => {
      const name = await options.findLink(request.params.link)
      return name === undefined ? await show(reply, 404, SPENT) : await show(reply, 200, ASK)
    })
    app.post<Link>('/zalo/consent/:link', open, async (request, reply) => {
      const { verifier, challenge } = makePkce()
      const begun = await options.begin(request.params.link, verifier)
      const account = options.accounts.find((one) => one.name === begun?.account)
      if (begun === undefined || account === undefined) return await show(reply, 404, SPENT)
      const redirect = `${options.base()}/zalo/callback`
      // A link and no redirect: the page's policy lets a form lead nowhere but here.
      const url = consentUrl(account.app, { redirect, challenge, state: begun.state })
      return await show(reply, 200, GO.replace('URL', escapeHtml(url)))
    })
    hearCallback(app, options)
  }
}

function hearCallback(app: FastifyInstance, options: ConsentOptions): void {
  app.get<Callback>('/zalo/callback', open, async (request, reply) => {
    const { code, state, oa_id: oaId } = request.query
    const begun = typeof state === 'string' && typeof code === 'string' ? await options.finish(state) : undefined
    const account = options.accounts.find((one) => one.name === begun?.account)
    if (begun === undefined || account === undefined || typeof code !== 'string') return await show(reply, 400, SPENT)
    if (oaId !== account.oaId) return await show(reply, 400, OTHER)
    try {
      await account.begin(await exchangeCode(account.app, code, begun.verifier))
    } catch (error) {
      options.warn(
        'zalo.consentFailed',
        error instanceof Error && error.name === 'ZaloError' ? error.message : undefined,
      )
      return await show(reply, 400, REFUSED)
    }
    return await show(reply, 200, DONE)
  })
}

const ASK = `<h1>Cho phép Chị Hội nhắn tin qua Zalo OA</h1>
<p>Bấm nút dưới đây rồi đăng nhập bằng tài khoản quản trị OA. Liên kết này chỉ dùng được một lần.</p>
<p lang="en">Allow Chị Hội to send through the Official Account. Log in as its administrator. This link works once.</p>
<form method="post"><button>Tiếp tục / Continue</button></form>`
const GO = `<h1>Sang trang của Zalo</h1><p><a href="URL" rel="noreferrer">Mở trang đồng ý của Zalo / Open Zalo's page</a></p>`
const DONE = `<h1>Xong</h1><p>Chị Hội đã được phép nhắn tin qua OA. Có thể đóng trang này.</p><p lang="en">Done; you may close this page.</p>`
const SPENT = `<h1>Liên kết không còn dùng được</h1><p>Hãy xin liên kết mới: npm run cli -- zalo-consent</p>
<p lang="en">This link is spent or too old; ask for a new one.</p>`
const OTHER = `<h1>Nhầm OA</h1><p>OA vừa đồng ý không phải OA đã khai trong ZALO_OA_ID. Chưa lưu gì.</p>
<p lang="en">That is another Official Account than the configured one; nothing was kept.</p>`
const REFUSED = `<h1>Zalo không chấp nhận</h1><p>Hãy kiểm tra ZALO_APP_SECRET và Callback URL trong ứng dụng, rồi xin liên kết mới.</p>
<p lang="en">Zalo refused; check the app secret and the callback URL, then ask for a new link.</p>`

const show = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(
      `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chị Hội</title></head><body><main>${body}</main></body></html>`,
    )

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
