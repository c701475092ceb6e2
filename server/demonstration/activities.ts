import { audiences } from '../../schema/terms/campaign.ts'
import { DEEDS, type Deed } from './deeds.ts'
import type { Count, FilledActivity, FilledMedia, Served } from './filled.ts'
import { exampleName } from './names.ts'
import type { Random } from './random.ts'
import type { Reporter } from './reporters.ts'

/** What a reporter did in one week. `taken` keeps names from coming twice. */
export function weekOfActivities(
  reporter: Reporter,
  taken: Map<string, number>,
  chance: Random,
): FilledActivity[] {
  const [fewest, most] = USUAL[reporter.kind]
  const own = DEEDS.filter(({ by }) => by.includes(reporter.kind))
  const deeds = chance.some(own, chance.integer(fewest, most))
  return deeds.map((deed) => activityOf(deed, reporter, taken, chance))
}

/** What the press wrote about some of them. */
export function mediaOf(activities: readonly FilledActivity[], chance: Random): FilledMedia[] {
  return chance.some(activities, chance.integer(1, 3)).map(({ name }) => ({
    name,
    print: plain(chance.integer(0, 2)),
    web: plain(chance.integer(1, 5)),
    links: link(chance),
    reads: plain(chance.integer(50, 9000)),
  }))
}

const USUAL: Readonly<Record<Reporter['kind'], readonly [number, number]>> = {
  COUNTY: [4, 7],
  ZONE: [2, 4],
  CITY_UNIT: [1, 3],
  COLLEGE: [3, 5],
}

function activityOf(
  deed: Deed,
  reporter: Reporter,
  taken: Map<string, number>,
  chance: Random,
): FilledActivity {
  const volunteers = chance.integer(15, reporter.kind === 'CITY_UNIT' ? 120 : 400)
  return {
    name: nameOf(deed, reporter, taken, chance),
    volunteers: plain(volunteers),
    organizations: plain(chance.integer(1, volunteers > 100 ? 12 : 4)),
    coverage: coverageOf(deed, chance),
    hours: plain((volunteers * chance.integer(3, 8)) / 2),
    investment: chance.chance(0.4) ? { value: null } : plain(chance.integer(0, 160) * 50),
  }
}

function nameOf(
  deed: Deed,
  reporter: Reporter,
  taken: Map<string, number>,
  chance: Random,
): string {
  const place = chance.pick(deed.places).replace('示例', exampleName(chance.integer(0, 23)))
  const name = place + chance.pick(deed.words)
  const times = (taken.get(name) ?? 0) + 1
  taken.set(name, times)
  const session = times === 1 ? '' : `第${times}场`
  const partner = chance.chance(0.3) ? `、${chance.pick(PARTNERS)}` : ''
  return `${name}${session}${chance.chance(0.04) ? '' : `（${reporter.short}${partner}）`}`
}

const PARTNERS = ['示例志愿服务队', '示例社区居委会', '示例公益促进会', '示例社会工作服务中心']

/** Those it is meant for, and now and then others who came along. */
function coverageOf({ served }: Deed, chance: Random): Served[] {
  const [first, ...others] = served
  const more = chance.chance(0.45) ? chance.some(others, chance.integer(1, 2)) : []
  return [first!, ...more].map((one) => {
    if (!isAudience(one)) return { audience: `其他（${one}）`, personTimes: people(chance) }
    const personTimes = FEW.includes(one) ? plain(few(chance)) : people(chance)
    return { audience: audiences[one].zh, personTimes }
  })
}

function isAudience(served: string): served is keyof typeof audiences {
  return served in audiences
}

/** Groups of which a county meets a handful: their counts must not be published. */
const FEW: readonly string[] = ['A05', 'A07', 'A08']

function few(chance: Random): number {
  return chance.chance(0.7) ? chance.integer(2, 8) : chance.integer(10, 40)
}

function people(chance: Random): Count {
  return plain(chance.integer(10, 500))
}

function link(chance: Random): string {
  const letters = Array.from({ length: 22 }, () => chance.pick([...ALPHABET])).join('')
  if (chance.chance(0.6)) return `https://mp.weixin.qq.com/s/${letters}`
  return `http://www.${chance.pick(SITES)}.example/2019/03/${letters.slice(0, 8)}.html`
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'
const SITES = ['zqwenming', 'zqnews', 'zqvolunteer']

function plain(value: number): Count {
  return { value }
}
