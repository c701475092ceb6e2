import type { Lang } from '../../schema/terms/term.ts'

const FOLDERS: Readonly<Record<string, string>> = {
  station: 'stations',
  organization: 'organizations',
  project: 'projects',
  campaign: 'campaigns',
  document: 'documents',
  region: 'regions',
  submission: 'submissions',
}

/** The page of a record: its folder and the part of its id after the colon; null where it has none. */
export function pathOf(id: string): string | null {
  const colon = id.indexOf(':')
  const folder = FOLDERS[id.slice(0, colon)]
  return folder === undefined ? null : `/${folder}/${encodeURIComponent(id.slice(colon + 1))}`
}

/** A path in a language, keeping the large-text mode; empty parameters are left out. */
export function address(
  { lang, elder }: { lang: Lang; elder: boolean },
  path: string,
  search: Readonly<Record<string, string>> = {},
): string {
  const [bare = '', hash] = path.split('#')
  const query = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''))
  if (elder) query.set('mode', 'elder')
  const asked = query.size > 0 ? `?${query}` : ''
  return `/${lang}${bare}${asked}${hash === undefined ? '' : `#${hash}`}`
}

/** The same page with other parameters: a null takes one away. */
export function changed(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next.size > 0 ? `?${next}` : ''
}
