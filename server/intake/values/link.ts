import { type Remark, remark } from '../findings.ts'
import { plain } from './plain.ts'

export interface LinkReading {
  readonly urls: readonly string[]
  readonly text?: string
  readonly remarks: readonly Remark[]
}

/** Parameters that say who shared a page and where, or keep a session: never part of an address. */
const PERSONAL =
  /^(?:utm_.*|share.*|spm|isappinstalled|uin|key|pass_ticket|scene|chksm|srcid|clicktime|enterid|ascene|devicetype|nettype|abtest_cookie|exportkey|wx_header|openid|unionid|token|access_token|sessionid|session|jsessionid|phpsessid|fbclid|gclid)$/i
const SHARED_FROM = /^from=(?:timeline|groupmessage|singlemessage|message|share|weixin|wechat)/i
const WECHAT_KEPT = ['__biz', 'mid', 'idx', 'sn']

const ADDRESS =
  /(?:https?:\/\/|www\.|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:com|cn|net|org)(?=\/))(?:(?!https?:\/\/)[^\s"'<>，；、。！（）【】“”《》\u3000\u4e00-\u9fff])+/gi
const OTHER_SCHEME =
  /(?:^|[\s;,，；])(?:(?!https?:)[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|vbscript|file|ftp):)/i

/** Reads the links of one cell: full-width signs mended, tracking and personal parameters removed. */
export function readLinks(raw: string): LinkReading {
  const typed = raw.trim()
  const text = mended(typed)
  if (OTHER_SCHEME.test(text)) return { urls: [], remarks: [remark('E_URL_SCHEME')] }
  const found = [...text.matchAll(ADDRESS)].map(([url]) => url.replace(/[.,;)]+$/, ''))
  const cleaned = found.flatMap((url) => clean(url) ?? [])
  if (cleaned.length === 0) {
    return { urls: [], text: typed, remarks: [remark('W_NO_URL', { raw: plain(raw) })] }
  }
  const urls = [...new Set(cleaned.map((one) => one.url))]
  const remarks: Remark[] = []
  if (cleaned.some((one) => one.removed)) remarks.push(remark('W_URL_CLEANED'))
  else if (!found.every((url) => typed.includes(url) && /^http/i.test(url))) {
    remarks.push(remark('I_NORMALISED', { raw: plain(raw), value: urls.join(' ') }))
  }
  return { urls, remarks }
}

/** Full-width letters and signs of an address made plain; the marks between sentences stay. */
function mended(text: string): string {
  return text
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/[！-～]/g, (sign) => ('，；（）！'.includes(sign) ? sign : sign.normalize('NFKC')))
    .replaceAll('&amp;', '&')
    .replaceAll(/[;,](?=\s*(?:https?:|www\.|$))/g, ' ')
}

function clean(text: string): { url: string; removed: boolean } | null {
  const url = URL.parse(/^https?:/i.test(text) ? text : `http://${text}`)
  if (url === null || !url.hostname.includes('.')) return null
  const wechat = url.hostname === 'mp.weixin.qq.com'
  const given = url.search
    .slice(1)
    .split('&')
    .filter((one) => one !== '')
  const kept = given.filter((one) => {
    const name = one.split('=', 1)[0] as string
    return wechat ? WECHAT_KEPT.includes(name) : !PERSONAL.test(name) && !SHARED_FROM.test(one)
  })
  const signed = url.username !== '' || url.password !== ''
  const removed = kept.length < given.length || signed || (wechat && url.hash !== '')
  if (!removed) return { url: url.href, removed }
  url.username = ''
  url.password = ''
  url.search = kept.join('&')
  if (wechat) url.hash = ''
  return { url: url.href, removed }
}
