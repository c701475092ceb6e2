import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { dimensions, measures } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import { Campaign } from '../../schema/types/campaign.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Reconciliation, ReconciliationItem } from '../../schema/types/reconciliation.ts'
import { Source } from '../../schema/types/source.ts'
import type { CampaignRow } from '../records/campaign.ts'
import { findCellsOfForms } from '../records/cell.ts'
import type { Check } from '../records/reckoned.ts'
import { type Reconciled, readReconciliations } from '../records/reconciliation.ts'
import { isOfRows } from '../records/slice.ts'
import { batch, batchOnce, type Context, recordOf } from './context.ts'
import { LangArg, nameOf, type SourceRow } from './recorded.ts'

type ItemRow = Check & { readonly at: number }

@Resolver(() => Campaign)
export class CampaignReconciliation {
  @FieldResolver(() => Reconciliation, {
    description: 'What closes and what does not, publicly, with both numbers (核对).',
  })
  async reconciliation(@Root() { id, at }: CampaignRow, @Ctx() context: Context) {
    const load = (campaigns: readonly string[]) => readReconciliations(context.db, at, campaigns)
    const found = batchOnce(context, at, `reconciliation ${at}`, load, ({ open }) => open.length)
    return { ...(await found.load(id)), at }
  }
}

@Resolver(() => Reconciliation)
export class ReconciliationResolver {
  @FieldResolver(() => [ReconciliationItem], {
    description: 'What does not close: of the campaign first, then of its reporters (不相符).',
  })
  open(@Root() { open, at }: Reconciled & { at: number }): ItemRow[] {
    return open.map((one) => ({ ...one, at }))
  }
}

@Resolver(() => ReconciliationItem)
export class ReconciliationItemResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Whose form it is; null for the campaign as a whole (填报单位).',
  })
  organization(@Root() item: ItemRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', item.organization, item.at)
  }

  @FieldResolver(() => String, { description: 'What does not close, in one sentence (说明).' })
  async message(
    @Root() item: ItemRow,
    @LangArg() lang: 'zh' | 'en',
    @Ctx() context: Context,
  ): Promise<string> {
    const found = await recordOf(context, 'organization', item.organization, item.at)
    const unit = measures[item.measure as keyof typeof measures].unit[lang]
    const amount = (value: number) => `${value}${lang === 'zh' ? '' : ' '}${unit}`
    const values: Record<string, string> = {
      measure: label(measures, item.measure, lang),
      dimension: item.dimension === null ? '' : label(dimensions, item.dimension, lang),
      organization: found === null ? '' : nameOf(found, lang),
      declared: amount(item.declared),
      computed: amount(item.computed),
    }
    const says = SENTENCES[item.rule as keyof typeof SENTENCES][lang]
    const why = item.dimension !== null && isOfRows([item.dimension]) ? OF_ROWS[lang] : ''
    return `${says}${why}`.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  }

  @FieldResolver(() => [Source], { description: 'The cells that hold the numbers (来源单元格).' })
  async sources(
    @Root() { refs, measure, at }: ItemRow,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true }) first: number,
    @Ctx() context: Context,
  ): Promise<SourceRow[]> {
    const most = Math.max(1, Math.min(first, 100))
    const cells = batch(context, `cells of forms ${at}`, (keys) => cellsOf(context, at, keys))
    const found = await Promise.all(
      refs.map(async (ref) =>
        ref.cell === undefined ? ((await cells.load(`${measure} ${ref.submission}`)) ?? []) : [ref],
      ),
    )
    return found
      .flat()
      .slice(0, most)
      .map((one) => ({ ...one, field: measure, at }))
  }
}

/** The cells of `measure submission` each. */
async function cellsOf({ db }: Context, at: number, keys: readonly string[]) {
  const parts = keys.map((key) => key.split(' ') as [string, string])
  const all = (place: 0 | 1) => [...new Set(parts.map((one) => one[place]))]
  const found = await findCellsOfForms(db, at, all(0), all(1))
  return Map.groupBy(found, (one) => `${one.measure} ${one.submission}`)
}

const SENTENCES = {
  PARTS_TO_WHOLE: {
    zh: '“{measure}”本行动合计为{declared}，按{dimension}相加为{computed}',
    en: '{measure}: the campaign comes to {declared}, its rows by {dimension} to {computed}',
  },
  ROWS_TO_DECLARED: {
    zh: '{organization}“{measure}”合计填{declared}，明细之和为{computed}，以明细为准',
    en: '{organization}, {measure}: the form declares {declared}, its rows come to {computed}; the rows are used',
  },
  WEEKS_TO_FINAL: {
    zh: '{organization}“{measure}”总表为{declared}，所替换的各周之和为{computed}，以总表为准',
    en: '{organization}, {measure}: the final form comes to {declared}, the weeks that it replaces to {computed}; the final form is used',
  },
  FORMS_TO_PLATFORM: {
    zh: '{organization}“{measure}”平台数据为{declared}，报送明细之和为{computed}，以平台为准',
    en: '{organization}, {measure}: the platform of record gives {declared}, the rows of its forms come to {computed}; the platform is used',
  },
} as const

const OF_ROWS = {
  zh: '：平台数据不分{dimension}，表中各行取自报送明细',
  en: ': the platform of record is not split by {dimension}, the rows are those of the forms',
}
