import { zaloClient, type ZaloClient } from '../../../src/bot/zalo/client.ts'
import type { ZaloButton } from '../../../src/bot/zalo/message.ts'
import { exchangeCode, refreshPair } from '../../../src/bot/zalo/oauth.ts'

export interface SampledCall {
  readonly make: (zalo: ZaloClient) => Promise<unknown>
  /** What is read of the answer of the sample. */
  readonly reads: unknown
  /** Where ours is not the sample, by its place, and why. */
  readonly differs?: Readonly<Record<string, string>>
}

/** In the place of secrets. */
const TOKEN = '<access token>'
const woman = { user: '2468458835296197922' }
const group = { group: '…' }
const app = { appId: '360846524940903967', appSecret: '<app secret>' }

const sent = { messageId: '…', quota: 'reply' }
const sentWithoutQuota = { messageId: '…' }
const pair = { access: '…', refresh: '…', expiresInSeconds: 90_000 }

const report: ZaloButton = { title: 'Báo cáo hoạt động', type: 'oa.query.hide', payload: '#wu:report:start' }
const buttons: readonly ZaloButton[] = [
  report,
  { title: 'Hỏi pháp luật', type: 'oa.query.show', payload: '#wu:ask:start' },
  { title: 'Gọi cho Hội', type: 'oa.open.phone', payload: { phone_code: '84901234567' } },
]
const text = 'Chị cần hỗ trợ việc gì?'
const bytes = Buffer.from('%PDF-1.7')

const CHARSET = 'fetch names the alphabet of a form; what it encodes to is the same'

/** Each call of our client, with the values of the public sample of the same name. */
export const calls: Readonly<Record<string, SampledCall>> = {
  text: { make: (zalo) => zalo.send(TOKEN, woman, { kind: 'text', text: 'text_message' }), reads: sent },
  textWithButtons: { make: (zalo) => zalo.send(TOKEN, woman, { kind: 'text', text, buttons }), reads: sent },
  textWithTypedButtons: {
    make: () => zaloClient({ templateType: 'button' }).send(TOKEN, woman, { kind: 'text', text, buttons: [report] }),
    reads: sent,
  },
  textWithProof: {
    make: () => zaloClient({ proofSecret: 'app-secret' }).send(TOKEN, woman, { kind: 'text', text: 'text_message' }),
    reads: sent,
  },
  imageByAddress: {
    make: (zalo) =>
      zalo.send(TOKEN, woman, {
        kind: 'imageAddress',
        url: 'https://stc-developers.zdn.vn/images/bg_1.jpg',
        text: 'text_message',
      }),
    reads: sent,
  },
  imageByAttachment: {
    make: (zalo) => zalo.send(TOKEN, woman, { kind: 'image', attachmentId: '…', text: 'text_message' }),
    reads: sent,
  },
  file: { make: (zalo) => zalo.send(TOKEN, woman, { kind: 'file', token: 'token' }), reads: sent },
  quote: {
    make: (zalo) => zalo.send(TOKEN, woman, { kind: 'text', text: 'Chào bạn', quote: 'c6792f94f71be346ba09' }),
    reads: sent,
    differs: {
      'body.message.react_message_id': 'the name of a reaction, taken as a slip of the Java sample',
      'body.message.quote_message_id': 'the name in the C# and PHP SDKs',
    },
  },
  requestUserInfo: {
    make: (zalo) =>
      zalo.send(TOKEN, woman, {
        kind: 'requestUserInfo',
        title: 'Official Account',
        subtitle: 'Đang yêu cầu thông tin từ bạn',
        imageUrl: 'https://developers.zalo.me/web/static/zalo.png',
      }),
    reads: sent,
    differs: { 'body.message.text': 'empty in the C# sample, absent in the Java one, which we follow' },
  },
  groupText: { make: (zalo) => zalo.send(TOKEN, group, { kind: 'text', text: 'Bản tin tuần 40 …' }), reads: sent },
  groupFile: { make: (zalo) => zalo.send(TOKEN, group, { kind: 'file', token: 'token' }), reads: sent },
  templateToUser: {
    make: (zalo) => zalo.sendTemplateToUser(TOKEN, woman.user, { templateId: '…', data: { '…': '…' } }),
    reads: sentWithoutQuota,
  },
  templateToPhone: {
    make: (zalo) =>
      zalo.sendTemplateToPhone(TOKEN, '84987654321', {
        templateId: '7895417a7d3f9461cd2e',
        data: { so_bao_cao: '12', tuan: '40' },
        trackingId: 'digest-2026w40-17',
      }),
    reads: sentWithoutQuota,
    differs: { 'body.mode': 'development reaches nobody but administrators of the account' },
  },
  uploadImage: {
    make: (zalo) => zalo.uploadImage(TOKEN, { name: 'anh.jpg', mime: 'image/jpeg', bytes }),
    reads: '…',
  },
  uploadFile: {
    make: (zalo) => zalo.uploadFile(TOKEN, { name: 'A21402.pdf', mime: 'application/pdf', bytes }),
    reads: '…',
    differs: { host: 'dev-openapi.zalo.me stands in this sample alone and is documented nowhere' },
  },
  getOa: {
    make: (zalo) => zalo.getOa(TOKEN),
    reads: {
      id: '388613280878808645',
      name: 'Hội LHPN tỉnh',
      verified: true,
      packageName: 'Nâng cao',
      packageUntil: '31/12/2026',
    },
  },
  userDetail: {
    make: (zalo) => zalo.userDetail(TOKEN, woman.user),
    reads: { id: woman.user, follower: true, lastInteraction: '05/10/2026' },
  },
  exchangeCode: {
    make: () => exchangeCode(app, '<code>', '<verifier>'),
    reads: pair,
    differs: { 'headers.content-type': CHARSET },
  },
  refreshPair: {
    make: () => refreshPair(app, '<refresh token>'),
    reads: pair,
    differs: { 'headers.content-type': CHARSET },
  },
}
