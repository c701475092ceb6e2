import { LANGS, type Lang } from '../../schema/terms/term.ts'
import type { Asker, Tiles } from './ask.ts'
import { address, pathOf } from './links.ts'
import { withoutPlace } from './place.ts'
import { type Key, say, type Values } from './words.ts'

/** What every part of a page needs to know: the language, the mode, the hub, and where links lead. */
export interface View {
  readonly lang: Lang
  /** The language as the graph writes it. */
  readonly asked: 'ZH' | 'EN'
  /** Large text. */
  readonly elder: boolean
  readonly demo: boolean
  readonly revision: number
  readonly origin: string
  readonly tiles: Tiles | null
  /** The path after the language, such as `/stations`. */
  readonly path: string
  readonly search: URLSearchParams
  /** What others may see of it: without the place of who asks. */
  readonly shared: URLSearchParams
  t(key: Key, values?: Values): string
  href(path: string, search?: Readonly<Record<string, string>>): string
  /** The language of a text that may be Chinese on an English page; undefined where it is the page's. */
  tongue(text: string | null): 'zh-CN' | undefined
  /** The page of a record, by its id. */
  to(id: string): string
}

interface Page extends Asker {
  readonly url: URL
}

export function look({ url, locals }: Page): View {
  const [, first = '', ...rest] = url.pathname.split('/')
  const lang = isLang(first) ? first : 'zh'
  const elder = url.searchParams.get('mode') === 'elder'
  const href: View['href'] = (path, search) => address({ lang, elder }, path, search)
  return {
    lang,
    asked: lang === 'zh' ? 'ZH' : 'EN',
    elder,
    demo: locals.hubKind === 'demo',
    revision: locals.revision,
    origin: locals.origin,
    tiles: locals.tiles,
    path: `/${rest.join('/')}`.replace(/\/$/, '') || '/',
    search: url.searchParams,
    shared: withoutPlace(url.searchParams),
    t: (key, values) => say(lang, key, values),
    href,
    tongue: (text) => (lang === 'en' && /\p{Script=Han}/u.test(text ?? '') ? 'zh-CN' : undefined),
    to: (id) => href(pathOf(id) ?? '/'),
  }
}

export function isLang(text: string | undefined): text is Lang {
  return LANGS.some((lang) => lang === text)
}
