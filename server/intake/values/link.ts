import { type Remark, remark } from '../findings.ts'
import { plain } from './plain.ts'

export interface LinkReading {
  readonly urls: readonly string[]
  readonly text?: string
  readonly remarks: readonly Remark[]
}

const PERSONAL =
  /^(?:utm_|sharer|share_|from$|isappinstalled|uin|key|pass_ticket|scene|chksm|srcid|clicktime|enterid|ascene|devicetype|version|nettype|abtest|lang|exportkey|wx_header|spm|source$|timestamp|openid|token|session)/i
const WECHAT_KEPT = ['__biz', 'mid', 'idx', 'sn']

/** Reads the links of one cell: full-width signs mended, tracking and personal parameters removed. */
export function readLinks(raw: string): LinkReading {
  const text = raw.normalize('NFKC')
  const mended = text !== raw && /https?:/i.test(text)
  const found = [
    ...text.matchAll(/(?:https?:\/\/|www\.)[^\s,;、()"'<>\u3000-\u303f\u4e00-\u9fff]+/gi),
  ]
  if (found.length === 0) {
    const scheme = /^\s*(?:javascript|data|file|vbscript|ftp):/i.test(text)
    if (scheme) return { urls: [], remarks: [remark('E_URL_SCHEME')] }
    return { urls: [], text: plain(raw), remarks: [remark('W_NO_URL', { raw: plain(raw) })] }
  }
  const cleaned = found.map(([url]) => clean(url))
  const urls = [...new Set(cleaned.flatMap((one) => one.url ?? []))]
  const remarks: Remark[] = []
  if (cleaned.some((one) => one.removed)) remarks.push(remark('W_URL_CLEANED'))
  else if (mended) remarks.push(remark('I_NORMALISED', { raw: plain(raw), value: urls.join(' ') }))
  return { urls, remarks }
}

function clean(text: string): { url: string | null; removed: boolean } {
  const url = URL.parse(/^www\./i.test(text) ? `http://${text}` : text.replace(/[.。]+$/, ''))
  if (url === null) return { url: null, removed: false }
  const wechat = url.hostname === 'mp.weixin.qq.com'
  const kept = [...url.searchParams].filter(([name]) =>
    wechat ? WECHAT_KEPT.includes(name) : !PERSONAL.test(name),
  )
  const removed = kept.length < [...url.searchParams].length || url.username !== ''
  if (!removed && !(wechat && url.hash)) return { url: url.href, removed: false }
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&')
  const hash = wechat ? '' : url.hash
  return { url: `${url.origin}${url.pathname}${query ? `?${query}` : ''}${hash}`, removed: true }
}
