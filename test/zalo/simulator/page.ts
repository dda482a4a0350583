import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Phone } from './phone.ts'
import type { World } from './world.ts'

const act = z.union([
  z.object({ say: z.string().min(1).max(2000) }),
  z.object({ press: z.string() }),
  z.object({ image: z.base64() }),
  z.object({ follow: z.boolean() }),
])

/** A page on which one is a Zalo user: /?as=1001 and, in another window, /?as=1002. */
export function pageRoutes(app: FastifyInstance, world: World, phone: (id: string) => Phone): void {
  app.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE))
  app.put('/webhook', async ({ body }, reply) => {
    const read = z.object({ url: z.url() }).safeParse(body)
    if (!read.success) return await reply.code(400).send({})
    world.webhook = read.data.url
    return {}
  })
  app.get<{ Params: { readonly id: string } }>('/phone/:id', async ({ params }) => ({
    webhook: world.webhook !== undefined,
    granted: world.pairs.length > 0,
    bubbles: phone(params.id).user.bubbles,
  }))
  app.post<{ Params: { readonly id: string } }>('/phone/:id', async ({ params, body }, reply) => {
    const read = act.safeParse(body)
    if (!read.success || !/^\d{1,19}$/.test(params.id)) return await reply.code(400).send({})
    const user = phone(params.id)
    return { status: (await perform(user, read.data)) ?? null }
  })
}

function perform(user: Phone, what: z.infer<typeof act>): Promise<number | undefined> {
  if ('say' in what) return user.say(what.say)
  if ('press' in what) return user.press(what.press)
  if ('image' in what) return user.sendImage(Buffer.from(what.image, 'base64'))
  return what.follow ? user.follow() : user.unfollow()
}

const PAGE = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Zalo mô phỏng</title>
<style>
body{font:16px system-ui;margin:0 auto;max-width:26rem;background:#e8edf3}header{background:#0068ff;color:#fff;padding:.6rem 1rem}
main{padding:1rem 1rem 9rem}.b{white-space:pre-wrap;background:#fff;border-radius:.6rem;padding:.5rem .7rem;margin:.4rem 3rem .4rem 0;overflow-wrap:anywhere}
.user{background:#d5e7ff;margin:.4rem 0 .4rem 3rem}.person{background:#fff3cd}.b button{display:block;width:100%;margin-top:.3rem}
form{position:fixed;bottom:0;left:0;right:0;max-width:24rem;margin:auto;background:#fff;padding:.7rem;display:flex;gap:.4rem;flex-wrap:wrap}
textarea{flex:1 1 100%;font:inherit}button{font:inherit;padding:.4rem .6rem}small{display:block;width:100%;color:#555}
</style></head><body><header>Zalo mô phỏng · người dùng <b id="who"></b> <a id="next" style="color:#fff" target="_blank">người khác</a></header>
<main id="talk"></main>
<form id="form"><textarea id="text" rows="2" aria-label="Tin nhắn"></textarea><button>Gửi</button>
<button type="button" id="follow">Quan tâm</button><button type="button" id="leave">Bỏ quan tâm</button>
<label>Ảnh <input type="file" id="image" accept="image/*" style="width:11rem"></label><small id="state"></small></form>
<script>
const id=new URLSearchParams(location.search).get('as')||'1001';who.textContent=id;next.href='/?as='+(BigInt(id)+1n);let shown='';
const post=async(b)=>{const r=await(await fetch('/phone/'+id,{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(b)})).json();
state.textContent=r.status===200?'':'Webhook: '+(r.status===null?'không tới được bot':'HTTP '+r.status);await load()};
const load=async()=>{const t=await(await fetch('/phone/'+id)).text();if(t===shown)return;shown=t;const s=JSON.parse(t);talk.replaceChildren(...s.bubbles.map(b=>{
const d=document.createElement('div');d.className='b '+b.from;d.textContent=(b.attachment?'📎 '+b.attachment.name+'\\n':'')+b.text;
for(const one of b.buttons){const k=document.createElement('button');k.textContent=one.title;k.onclick=()=>post({press:one.title});d.append(k)}return d}));
if(!s.webhook)state.textContent='Chưa có ZALO_WEBHOOK: xem cửa sổ dòng lệnh.';else if(!s.granted)state.textContent='OA chưa đồng ý: npm run -s cli -- zalo-consent';
scrollTo(0,document.body.scrollHeight)};
form.onsubmit=(e)=>{e.preventDefault();const t=text.value.trim();text.value='';if(t)post({say:t})};
text.onkeydown=(e)=>{if(e.key==='Enter'&&!e.shiftKey){e.preventDefault();form.requestSubmit()}};
follow.onclick=()=>post({follow:true});leave.onclick=()=>post({follow:false});
image.onchange=async()=>{const f=image.files[0];if(!f)return;const b=new Uint8Array(await f.arrayBuffer());let s='';for(const c of b)s+=String.fromCharCode(c);await post({image:btoa(s)});image.value=''};
load();setInterval(load,700);
</script></body></html>`
