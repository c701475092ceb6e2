import type { ProjectFacts } from './assessment.ts'
import type { Findings } from './judge.ts'
import { breachInWords, type NameBreach, type StationNameRule } from './stationname.ts'

/** What the hub calls regular (常态化): an activity within so many days. Its own number, not the document’s. */
const REGULAR_DAYS = 30

/** What the hub knows of a station; null where it knows nothing. */
export interface Facts {
  readonly name: { readonly breach: NameBreach | null; readonly rule: StationNameRule } | null
  readonly projects: ProjectFacts | null
  /** The day of its latest activity. */
  readonly latest: string | null
  readonly today: string
}

/** Whether an activity on a day is recent enough for the station to be called regular. */
export function isRegular(latest: string, today: string): boolean {
  return (Date.parse(today) - Date.parse(latest)) / 86_400_000 <= REGULAR_DAYS
}

/** The checks that the hub can decide by itself. Where it knows of nothing it finds nothing: it may know too little. */
export function findingsFrom({ name, projects, latest, today }: Facts): Findings {
  const found = new Map<string, { result: string; evidence: { zh: string; en: string } }>()
  const find = (check: string, met: boolean, zh: string, en: string) =>
    found.set(check, { result: met ? 'MET' : 'NOT_MET', evidence: { zh, en } })
  if (name !== null) {
    const { zh, en } =
      name.breach === null
        ? { zh: '名称符合规范。', en: 'The name follows the rule.' }
        : breachInWords(name.breach, name.rule)
    find('S01b', name.breach === null, zh, en)
  }
  if (projects !== null) {
    const { projects: all, published } = projects
    find('S09a', true, `本站登记有${all}个项目。`, `Projects on record here: ${all}.`)
    find(
      'S09b',
      published > 0,
      `其中${published}个已公开发布。`,
      `Of these published: ${published}.`,
    )
  }
  if (latest !== null) {
    const [zh, en] = [`最近一次活动：${latest}。`, `Latest activity: ${latest}.`]
    find('S10a', isRegular(latest, today), zh, en)
  }
  return found
}
