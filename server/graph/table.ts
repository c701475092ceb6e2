import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { dimensions, measures as measureTerms } from '../../schema/terms/statistic.ts'
import { label } from '../../schema/terms/term.ts'
import { CitationStyle } from '../../schema/types/enums.ts'
import { Revision } from '../../schema/types/revision.ts'
import { URLScalar } from '../../schema/types/scalars.ts'
import { StatisticTable } from '../../schema/types/statistic.ts'
import { shanghaiDate } from '../clock.ts'
import { cite, hashOfFigure, type CitationStyle as Style } from '../records/citation.ts'
import { digestOf } from '../records/digest.ts'
import type { Question } from '../records/facts.ts'
import type { FigureRow } from '../records/figure.ts'
import { EMPTY } from '../records/revision.ts'
import { revisionOf } from './cite.ts'
import type { Context } from './context.ts'

interface TableRow {
  readonly question: Question
  readonly totals: readonly FigureRow[]
  readonly rows: readonly { readonly figures: readonly FigureRow[] }[]
  readonly sample: boolean
  readonly at: number
}

@Resolver(() => StatisticTable)
export class StatisticLinks {
  @FieldResolver(() => URLScalar, {
    description: 'The table as CSV (表格下载): the same bytes for ever.',
  })
  csv(@Root() table: TableRow, @Ctx() { origin }: Context): string {
    return `${origin}${addressOf(table)}`
  }

  @FieldResolver(() => URLScalar, {
    description: 'Leads to this very table for ever (永久链接), with the hash of its answer.',
  })
  permalink(@Root() table: TableRow, @Ctx() { origin }: Context): string {
    return `${origin}${addressOf(table)}&hash=${hashOfTable(table)}`
  }

  @FieldResolver(() => String, {
    description: 'Ready to paste (引用); bound to the revision.',
  })
  async citation(
    @Root() table: TableRow,
    @Arg('style', () => CitationStyle as never, { defaultValue: 'GBT7714', nullable: true })
    style: Style,
    @Ctx() context: Context,
  ): Promise<string> {
    const { by, measures } = table.question
    const revision = await revisionOf(context, table.at)
    const what = measures.map((one) => label(measureTerms, one, 'zh')).join('、')
    const split = by.map((one) => label(dimensions, one, 'zh')).join('、')
    return cite(
      {
        title: `${what}统计表${split && `（按${split}）`}`,
        revision: table.at,
        issued: shanghaiDate(revision?.at ?? EMPTY.at),
        accessed: shanghaiDate(context.clock()),
        url: this.permalink(table, context),
        sample: table.sample,
      },
      style ?? 'GBT7714',
    )
  }

  @FieldResolver(() => Revision, { description: 'The revision it was read from (版次).' })
  revision(@Root() { at }: { at: number }, @Ctx() context: Context) {
    return revisionOf(context, at)
  }
}

/** Where a table can be had as a file. */
function addressOf({ question: { measures, by, where }, at }: TableRow): string {
  const { campaigns, organizations, region, group, from, to, sample } = where
  const said: readonly (readonly [string, string | undefined])[] = [
    ['measures', measures.join()],
    ['by', by.join()],
    ['campaign', campaigns?.[0]],
    ['organization', organizations?.[0]],
    ['region', region],
    ['group', group],
    ['from', from],
    ['to', to],
    ['sample', sample === undefined ? undefined : String(sample)],
  ]
  const given = said.flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/data/r${at}/statistics.csv?${new URLSearchParams(given)}`
}

function hashOfTable({ rows, totals }: TableRow): string {
  const figures = [...rows.flatMap((row) => row.figures), ...totals]
  return digestOf(figures.map(hashOfFigure)).slice(0, 16)
}
