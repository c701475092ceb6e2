import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { measures as measureTerms } from '../../schema/terms/statistic.ts'
import { Activity } from '../../schema/types/campaign.ts'
import type { PeriodInput } from '../../schema/types/region.ts'
import { Source } from '../../schema/types/source.ts'
import { Figure } from '../../schema/types/statistic.ts'
import { Submission } from '../../schema/types/submission.ts'
import { findNumbersOfForms } from '../records/cell.ts'
import { hashOfFigure } from '../records/citation.ts'
import { ALL_MEASURES, type FigureRow } from '../records/figure.ts'
import { GUARDED } from '../records/guard.ts'
import { INDICATOR_VALUE } from '../records/indicator.ts'
import { readFigureId, type Slice } from '../records/slice.ts'
import { readCells, readFigures } from '../records/slices.ts'
import type { SubmissionRow } from '../records/submission.ts'
import { dayOf } from './arguments.ts'
import { batch, batchOnce, type Context, recordOf } from './context.ts'
import { measuredFigure, measuredSources } from './measured.ts'
import { LangArg } from './recorded.ts'

@Resolver(() => Figure)
export class FigureResolver {
  @FieldResolver(() => String, { description: 'Its unit (单位).' })
  unit(@Root() figure: FigureRow, @LangArg() lang: 'zh' | 'en'): string {
    const { unit } = measureTerms[figure.measure as keyof typeof measureTerms]
    return (figure.unit ?? unit)[lang]
  }

  @FieldResolver(() => [Source], { description: 'The cells that it adds up (来源单元格).' })
  async sources(
    @Root() figure: FigureRow,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true }) first: number,
    @Ctx() context: Context,
  ) {
    const { slice, at, measure } = figure
    if (figure.cells === 0 && figure.status !== 'SUPPRESSED') return []
    if (measure === 'STATION_COUNT') return []
    if (slice.INDICATOR !== undefined) return measuredSources(context, figure)
    const most = Math.max(1, Math.min(first, 100))
    const load = async (keys: readonly string[]) => {
      const wanted = keys.map((key) => JSON.parse(key) as { measure: string; slice: Slice })
      const found = await readCells(context.db, at, wanted, most)
      return new Map(keys.map((key, i) => [key, found[i] ?? []]))
    }
    const name = `cells ${most} ${shapeOf(slice)} ${at}`
    const cells = batchOnce(context, at, name, load, (found) => found.length)
    const rows = (await cells.load(JSON.stringify({ measure, slice }))) ?? []
    return rows.map((row) => sourceOf(row, measure, at))
  }

  @FieldResolver(() => String, {
    description:
      'What this answer is known by: the same figure at the same revision has it for ever (校验码).',
  })
  hash(@Root() figure: FigureRow): string {
    return hashOfFigure(figure)
  }

  @FieldResolver(() => Int, { description: 'How many cells it adds up (单元格数).' })
  sourceCount(@Root() figure: FigureRow): number {
    return figure.cells
  }
}

@Resolver(() => Submission)
export class SubmissionCells {
  @FieldResolver(() => [Source], {
    description:
      'The numbers that were read from it, each with its cell and its row (单元格); cells about people served are not quoted.',
  })
  async cells(
    @Root() { id, at }: SubmissionRow,
    @Arg('first', () => Int, { defaultValue: 100, nullable: true }) first: number,
    @Ctx() context: Context,
  ) {
    const most = Math.max(1, Math.min(first, 500))
    const cells = batch(context, `numbers of forms ${most} ${at}`, async (forms) =>
      Map.groupBy(await findNumbersOfForms(context.db, at, forms, most), (one) => one.submission),
    )
    return ((await cells.load(id)) ?? []).map((row) => sourceOf(row, row.measure, at))
  }
}

/** A cell of a measure as a source; of people served only its place is told. */
function sourceOf<Row extends object>(row: Row, measure: string, at: number) {
  const isGuarded = measure === GUARDED
  return { ...row, field: measure, at, ...(isGuarded ? { raw: null, isGuarded } : {}) }
}

@Resolver(() => Source)
export class SourceWithheld {
  @FieldResolver(() => Activity, {
    nullable: true,
    description:
      'The activity in whose row the cell stands; null where the row is not told (活动).',
  })
  activity(@Root() source: FigureSource, @Ctx() context: Context) {
    return source.isGuarded ? null : recordOf(context, 'activity', source.record, source.at)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the text of the cell is not given; null where it is (不公布原因).',
  })
  withheld(@Root() source: FigureSource, @LangArg() lang: 'zh' | 'en'): string | null {
    return source.isGuarded ? WITHHELD[lang] : null
  }
}

/** A cell behind a figure as resolvers receive it. */
interface FigureSource {
  readonly record?: string
  readonly at: number
  readonly isGuarded?: boolean
}

const WITHHELD = {
  zh: '服务人群的单元格不公布内容：只公布县（市、区）或市级按专项行动的合计，且不小于公布下限',
  en: 'Cells about people served are not quoted: only counts by county or city and campaign are told, and none below the threshold',
}

/** The figure with an id as it stood; null where the id is none or speaks of nothing known. */
export async function figureById(
  context: Context,
  id: string,
  at: number,
): Promise<FigureRow | null> {
  const said = readFigureId(id)
  if (said === undefined || !Object.hasOwn(measureTerms, said.measure)) return null
  if (said.measure === INDICATOR_VALUE) return measuredFigure(context, said.slice, at)
  const [figure] = await figuresOf(context, said.slice, at, [said.measure])
  return figure ?? null
}

/** Figures of one slice; those of like slices are read with one question. */
export async function figuresOf(
  context: Context,
  slice: Slice,
  at: number,
  asked: readonly string[] | null,
): Promise<FigureRow[]> {
  const measures = asked ?? ALL_MEASURES
  const name = `figures ${measures.join()} ${shapeOf(slice)} ${at}`
  const load = async (keys: readonly string[]) => {
    const slices = keys.map((key) => JSON.parse(key) as Slice)
    const found = await readFigures(context.db, at, measures, slices)
    return new Map(keys.map((key, i) => [key, found[i] as FigureRow[]]))
  }
  const figures = batchOnce(context, at, name, load, (found) => found.length)
  return (await figures.load(JSON.stringify(slice))) ?? []
}

/** What slices must share to be read together. */
export function shapeOf(slice: Slice): string {
  const { FROM, TO, SAMPLE, BASIS } = slice
  const group = slice.GROUP !== undefined && slice.GROUP.length > 2 ? slice.GROUP : ''
  return [Object.keys(slice).sort(), FROM, TO, SAMPLE, BASIS, group].join()
}

/** The days of a period as a slice says them. */
export function within(period: PeriodInput | null | undefined): Slice {
  return period == null ? {} : { FROM: dayOf(period.from), TO: dayOf(period.to) }
}
