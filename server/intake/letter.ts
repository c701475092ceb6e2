import { zq19Summary } from '../../schema/forms/zq19.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import { activityFields } from '../../schema/terms/fields.ts'
import { findingOf, remark } from './findings.ts'
import type { CheckOptions, FormInHand } from './hand.ts'
import { inline } from './inline.ts'
import { assignPeriod } from './period.ts'
import { identifyReporter } from './reporter.ts'
import type { Book } from './sheet.ts'
import { tight } from './values/plain.ts'
import type { World } from './world.ts'

const BODY = '正文'

/**
 * The written summary of 2019-04-03 (Z19-20): who it is from, and whether it holds what is asked for.
 * Its text tells of people; it is judged and never kept where anyone could read it.
 */
export function judgeLetter(book: Book, world: World, options: CheckOptions): FormInHand | null {
  const paragraphs = (book.paragraphs ?? []).filter((text) => tight(text) !== '')
  if (!isSummary(paragraphs)) return null
  const form = zq19Summary
  const place = { sheet: BODY, cell: 'R1C1', field: 'reporter' }
  const label = activityFields.reporter.zh
  const raw = signedBy(paragraphs, world)
  const { reporter, findings } = identifyReporter(raw, place, label, world, options)
  const receivedAt = options.receivedAt ?? null
  const assigned = assignPeriod(world, form.code, null, receivedAt, reporter.organization)
  return {
    judged: {
      template: form.code,
      sheet: BODY,
      reporter,
      period: assigned && { from: assigned.period.from, to: assigned.period.to },
      nil: false,
      rows: [],
      totals: [],
      findings: [...findings, ...missing(book, paragraphs)],
    },
    again: form.again,
    assigned,
    attributed: reporter.organization !== null && assigned !== null,
    claims: () => [],
  }
}

const HEAD = 6
const FOOT = 8

/** A title that ends in 总结; a note that asks for one is none. */
function isSummary(paragraphs: readonly string[]): boolean {
  const head = paragraphs.slice(0, HEAD).map(tight)
  const titled = head
    .slice(0, 3)
    .some((line) => line.length <= 50 && /总结(?:报告|材料)?$/.test(line))
  return titled && /学雷锋|志愿服务|行动月/.test(head.join(''))
}

/** The unit behind 填报单位：, else the only known one that title or signature names in full. */
function signedBy(paragraphs: readonly string[], world: World): string {
  const ends = [...paragraphs.slice(0, HEAD), ...paragraphs.slice(-FOOT)]
  for (const text of ends) {
    const labels = [activityFields.reporter, activityFields.period]
    const said = inline(text, labels).find((one) => one.term === activityFields.reporter)?.value
    if (said) return said
  }
  const text = ends.map(tight)
  const named = world.organizations.filter((one) =>
    text.some((line) => line.includes(tight(one.nameZh))),
  )
  const widest = named.filter(
    (one) => !named.some((two) => two !== one && tight(two.nameZh).includes(tight(one.nameZh))),
  )
  return widest.length === 1 ? (widest[0]?.nameZh ?? '') : ''
}

/** 须含新闻宣传链接、截图以及先进典型事迹素材 (Z19-20). */
function missing(book: Book, paragraphs: readonly string[]): FindingValue[] {
  const whole = paragraphs.join('\n')
  const pictures =
    (book.photos?.length ?? 0) + book.sheets.reduce((sum, one) => sum + one.pictures, 0)
  const holds = {
    新闻宣传链接: (book.links?.length ?? 0) > 0 || /https?:\/\/|mp\.weixin\.qq\.com/i.test(whole),
    截图: pictures > 0,
    先进典型事迹素材: /先进典型|典型事迹|先进事迹|事迹素材|典型案例/.test(whole),
  }
  return Object.entries(holds)
    .filter(([, held]) => !held)
    .map(([field]) => findingOf(remark('E_MISSING', { field }), { sheet: BODY }))
}
