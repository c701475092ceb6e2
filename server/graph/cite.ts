import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RevisionTable } from '../../schema/tables/revision.ts'
import { CitationStyle } from '../../schema/types/enums.ts'
import { URLScalar } from '../../schema/types/scalars.ts'
import { Figure, FigureRevision } from '../../schema/types/statistic.ts'
import { shanghaiDate } from '../clock.ts'
import { cite, hashOfFigure, type CitationStyle as Style, sayFigure } from '../records/citation.ts'
import type { FigureRow } from '../records/figure.ts'
import { EMPTY, getRevisions } from '../records/revision.ts'
import type { Dimension, Slice } from '../records/slice.ts'
import { findSubmissionsEntered } from '../records/submission.ts'
import { readVersions } from '../records/version.ts'
import { batch, type Context, recordOf } from './context.ts'
import { shapeOf } from './figure.ts'
import { labelOf } from './key.ts'
import { measuredVersions } from './measured.ts'
import { LangArg, nameOf } from './recorded.ts'

interface VersionRow {
  readonly value: number | null
  readonly status: string
  readonly qualifier: string
  readonly at: number
  readonly asOf: number
}

@Resolver(() => Figure)
export class FigureCitation {
  @FieldResolver(() => String, {
    description:
      'Ready to paste (引用): GB/T 7714, APA, BibTeX or CSL-JSON; bound to the revision, and beginning with 〔演示数据〕 where it is demonstration data.',
  })
  async citation(
    @Root() figure: FigureRow,
    @Arg('style', () => CitationStyle as never, { defaultValue: 'GBT7714', nullable: true })
    style: Style,
    @Ctx() context: Context,
  ): Promise<string> {
    const revision = await revisionOf(context, figure.at)
    const about = await subjectOf(context, figure.slice, figure.at, 'zh')
    return cite(
      {
        title: `${about}${about && '，'}${sayFigure(figure)}`,
        revision: figure.at,
        issued: shanghaiDate(revision?.at ?? EMPTY.at),
        accessed: shanghaiDate(context.clock()),
        url: permalinkOf(context, figure),
        sample: figure.sample,
      },
      style ?? 'GBT7714',
    )
  }

  @FieldResolver(() => String, {
    description:
      'Whom and where it speaks of, in words (所指); empty where it speaks of everything.',
  })
  about(@Root() { slice, at }: FigureRow, @LangArg() lang: 'zh' | 'en', @Ctx() context: Context) {
    return subjectOf(context, slice, at, lang)
  }

  @FieldResolver(() => URLScalar, {
    description:
      'Leads to this very answer for ever (永久链接), with its revision and the hash of the answer.',
  })
  permalink(@Root() figure: FigureRow, @Ctx() context: Context): string {
    return permalinkOf(context, figure)
  }

  @FieldResolver(() => [FigureRevision], {
    description: 'Every value it has had, newest first, and why (历次数值).',
  })
  async revisions(@Root() figure: FigureRow, @Ctx() context: Context): Promise<VersionRow[]> {
    const { measure, slice, at } = figure
    if (slice.INDICATOR !== undefined) {
      const own = await measuredVersions(context, figure)
      return own.map((one) => ({ ...one, asOf: at })).reverse()
    }
    const versions = batch(context, `versions ${shapeOf(slice)} ${at}`, async (keys) => {
      const wanted = keys.map((key) => JSON.parse(key) as { measure: string; slice: Slice })
      const found = await readVersions(context.db, at, wanted)
      return new Map(keys.map((key, i) => [key, found[i] ?? []]))
    })
    const found = (await versions.load(JSON.stringify({ measure, slice }))) ?? []
    return found.map((one) => ({ ...one, asOf: at })).reverse()
  }
}

@Resolver(() => FigureRevision)
export class FigureRevisionResolver {
  @FieldResolver()
  revision(@Root() { at }: VersionRow, @Ctx() context: Context) {
    return revisionOf(context, at)
  }

  @FieldResolver(() => String, { description: 'What brought it (原因).' })
  reason(@Root() version: VersionRow, @LangArg() lang: 'zh' | 'en', @Ctx() context: Context) {
    return reasonOf(context, version.at, version.asOf, lang)
  }
}

/** Where a figure can be read as it stood at its revision. */
export function permalinkOf({ origin }: Context, figure: FigureRow): string {
  const { CAMPAIGN: campaign } = figure.slice
  const own = figure.id.replace('figure:', '')
  const short = campaign?.replace('campaign:', '') ?? ''
  const path =
    campaign === undefined
      ? `figures/${encodeURIComponent(own)}`
      : `campaigns/${encodeURIComponent(short)}/figures/${encodeURIComponent(own.replace(`~campaign~${short}`, ''))}`
  return `${origin}/zh/${path}?revision=${figure.at}&hash=${hashOfFigure(figure)}`
}

/** A revision by its number, read once in a request with all the others. */
export async function revisionOf(context: Context, at: number): Promise<RevisionTable | null> {
  const revisions = batch(context, 'revisions', async (numbers) => {
    const rows = await getRevisions(context.db, numbers.map(Number))
    return new Map(rows.map((row) => [String(row.number), row]))
  })
  return revisions.load(String(at))
}

/** What a revision did, and whether a form in it took the place of another. */
export async function reasonOf(
  context: Context,
  revision: number,
  asOf: number,
  lang: 'zh' | 'en',
): Promise<string> {
  const replacing = batch(context, `replacing ${asOf}`, async (numbers) => {
    const rows = await findSubmissionsEntered(context.db, numbers.map(Number), asOf)
    const found = rows.filter((row) => row.supersedes !== null)
    return new Map(found.map((row) => [String(row.enteredIn), true]))
  })
  const [row, replaces] = await Promise.all([
    revisionOf(context, revision),
    replacing.load(String(revision)),
  ])
  const summary = row === null ? '' : lang === 'zh' ? row.summaryZh : row.summaryEn
  if (!replaces) return summary
  return lang === 'zh'
    ? `更正表代替原表。${summary}`
    : `A corrected form took the place of the earlier one. ${summary}`
}

/** Whom and where a figure is about, in words: 行动名称，端州区. */
async function subjectOf(
  context: Context,
  slice: Slice,
  at: number,
  lang: 'zh' | 'en',
): Promise<string> {
  const campaign = slice.CAMPAIGN ?? null
  const said = Object.entries(slice).map(([aspect, key]) => {
    if (aspect === 'SAMPLE' || aspect === 'BASIS') return ''
    if (aspect === 'INDICATOR') return indicatorName(context, key, at, lang)
    if (aspect === 'FROM') return lang === 'zh' ? `${key}起` : `from ${key}`
    if (aspect === 'TO') return lang === 'zh' ? `至${key}` : `to ${key}`
    return labelOf(context, { dimension: aspect as Dimension, key, campaign, at }, lang)
  })
  const words = (await Promise.all(said)).filter((one) => one !== '')
  return words.join(lang === 'zh' ? '，' : ', ')
}

async function indicatorName(context: Context, code: string, at: number, lang: 'zh' | 'en') {
  const found = await recordOf(context, 'indicator', `indicator:${code}`, at)
  return found === null ? code : nameOf(found, lang)
}
