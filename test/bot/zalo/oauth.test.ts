import { expect, test } from 'vitest'
import { messageBody } from '../../../src/bot/zalo/message.ts'
import { consentUrl, makePkce } from '../../../src/bot/zalo/oauth.ts'

const user = { user: '2468458835296197922' }
const recipient = { user_id: '2468458835296197922' }

/** The bodies of Zalo's SDK samples as zalo.md §1.2 cites them (zalo-java-sdk, src/test/java/v3; ZaloDotNetSDK). */
test('text is as SendTextCSMessage.java sends it', () => {
  expect(messageBody(user, { kind: 'text', text: 'text_message' })).toEqual({
    recipient,
    message: { text: 'text_message' },
  })
})

test('an image is as SendImageCSMessage.java sends it, by address or by attachment', () => {
  const image = (element: object) => ({
    recipient,
    message: { text: 'x', attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } } },
  })
  expect(messageBody(user, { kind: 'imageAddress', url: 'https://a.vn/b.jpg', text: 'x' })).toEqual(
    image({ media_type: 'image', url: 'https://a.vn/b.jpg' }),
  )
  expect(messageBody(user, { kind: 'image', attachmentId: 'id', text: 'x' })).toEqual(
    image({ media_type: 'image', attachment_id: 'id' }),
  )
})

test('a file is as SendFileCSMessage.java sends it', () => {
  expect(messageBody(user, { kind: 'file', token: 't' })).toEqual({
    recipient,
    message: { attachment: { type: 'file', payload: { token: 't' } } },
  })
})

test('the asking for contact details is as SendRequestUserInfoCSMessage.java sends it', () => {
  expect(
    messageBody(user, { kind: 'requestUserInfo', title: 'Hội', subtitle: 'Xin số', imageUrl: 'https://a.vn/b.jpg' }),
  ).toEqual({
    recipient,
    message: {
      attachment: {
        type: 'template',
        payload: {
          template_type: 'request_user_info',
          elements: [{ title: 'Hội', subtitle: 'Xin số', image_url: 'https://a.vn/b.jpg' }],
        },
      },
    },
  })
})

test('a quote is as ZaloDotNetSDK sends it', () => {
  expect(messageBody(user, { kind: 'text', text: 'a', quote: 'm1' })).toEqual({
    recipient,
    message: { text: 'a', quote_message_id: 'm1' },
  })
})

test('buttons stand in a template without a type, unless one is configured', () => {
  const buttons = [{ title: 'Báo cáo', type: 'oa.query.hide', payload: '#wu:report:start' }] as const
  const message = { kind: 'text', text: 'a', buttons } as const
  expect(messageBody(user, message)).toEqual({
    recipient,
    message: { text: 'a', attachment: { type: 'template', payload: { buttons } } },
  })
  expect(messageBody(user, message, 'button')).toMatchObject({
    message: { attachment: { payload: { template_type: 'button' } } },
  })
})

test('a group is written to by its own id', () => {
  expect(messageBody({ group: 'g' }, { kind: 'text', text: 'Bản tin' })).toEqual({
    recipient: { group_id: 'g' },
    message: { text: 'Bản tin' },
  })
})

test('the proof key is that of RFC 7636, appendix B', () => {
  expect(makePkce('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk').challenge).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  )
  expect(makePkce().verifier).toHaveLength(43)
})

test('the link of consent holds what the console puts into it', () => {
  const url = new URL(
    consentUrl({ appId: '36' }, { redirect: 'https://a.vn/zalo/callback', challenge: 'c', state: 's' }),
  )
  expect(url.origin + url.pathname).toBe('https://oauth.zaloapp.com/v4/oa/permission')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    app_id: '36',
    redirect_uri: 'https://a.vn/zalo/callback',
    code_challenge: 'c',
    state: 's',
  })
})
