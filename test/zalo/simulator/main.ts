// npm run zalo-simulator   a Zalo of our own, and a page on which to be one of its users
import { parseArgs } from 'node:util'
import { SIM_ACCOUNT, startZaloSimulator } from './simulator.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8090' }, webhook: { type: 'string' } },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const simulator = await startZaloSimulator({
  port: Number(values.port),
  later: (work, ms) => void setTimeout(work, ms).unref(),
  ...(values.webhook === undefined ? {} : { webhook: values.webhook }),
})
const { appId, appSecret, oaId, oaSecret } = SIM_ACCOUNT

say(`Zalo mô phỏng / simulator: ${simulator.url}/?as=1001`)
say('')
say('1. Một tỉnh trống (một lần) / an empty province (once):')
say('     DATA_DIR=data-zalo npm run -s cli -- init --name "Hội LHPN tỉnh Thử"')
say('   và kế hoạch của năm nay / and the plan of this year: plans/NĂM.yaml (README, "A real installation")')
say('2. Chạy bot / start the bot:')
say(`     DATA_DIR=data-zalo PORT=8081 ZALO_APP_ID=${appId} ZALO_APP_SECRET=${appSecret} \\`)
say(`       ZALO_OA_ID=${oaId} ZALO_OA_SECRET=${oaSecret} ZALO_API_ROOT=${simulator.url} \\`)
say(`       ZALO_BUSINESS_ROOT=${simulator.url} ZALO_OAUTH_ROOT=${simulator.url} npm start`)
say('   Bot in ra địa chỉ webhook và liên kết đồng ý / it prints its webhook and a link of consent.')
say('3. Mở liên kết đồng ý, bấm đến hết / open that link and go through it.')
say('4. Báo webhook cho máy mô phỏng / tell the simulator the webhook:')
say(`     curl -X PUT ${simulator.url}/webhook -H 'content-type: application/json' -d '{"url":"…"}'`)
say(`   hay khởi động lại với / or start it again with: npm run zalo-simulator -- --webhook URL`)
say(`5. Nhắn tin / chat: ${simulator.url}/?as=1001`)

process.on('SIGINT', () => void simulator.stop().then(() => process.exit(0)))
process.on('SIGTERM', () => void simulator.stop().then(() => process.exit(0)))
