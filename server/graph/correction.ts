import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Campaign } from '../../schema/types/campaign.ts'
import { CorrectionKind } from '../../schema/types/enums.ts'
import { Revision } from '../../schema/types/revision.ts'
import { DateTimeScalar } from '../../schema/types/scalars.ts'
import { Correction, CorrectionConnection } from '../../schema/types/statistic.ts'
import { type CampaignRow, findCampaigns } from '../records/campaign.ts'
import { type CorrectionRow, findCorrections } from '../records/correction.ts'
import { pageOfList } from '../records/page.ts'
import { findRecounts } from '../records/recount.ts'
import { ForwardPage } from './arguments.ts'
import { reasonOf, revisionOf } from './cite.ts'
import { connect } from './connection.ts'
import { batchOnce, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg } from './recorded.ts'

const DESCRIPTION =
  'Every change of a figure that had been published (更正记录), newest first, with what it was, what it became, and why.'

@Resolver(() => Correction)
export class CorrectionResolver {
  @Query(() => CorrectionConnection, { description: DESCRIPTION })
  async corrections(
    @Arg('campaign', () => ID, { nullable: true }) campaign: string | null,
    @Arg('region', () => String, {
      nullable: true,
      description: 'A division with everything below it, or a line of a city (区域).',
    })
    region: string | null,
    @Arg('figure', () => ID, { nullable: true, description: 'One figure by its id (数字).' })
    figure: string | null,
    @Arg('kind', () => CorrectionKind as never, {
      nullable: true,
      description: 'Only those by corrected forms, or only those by further forms (类别).',
    })
    kind: string | null,
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const at = revisionAt(root, context)
    const found = await correctionsOf(context, at, { campaign, region, figure, kind })
    return pageOfCorrections(found, at, page)
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When (时间).' })
  async at(@Root() { revision }: CorrectionRow, @Ctx() context: Context) {
    return (await revisionOf(context, revision))?.at
  }

  @FieldResolver(() => Revision, { description: 'The revision that changed it (版次).' })
  revision(@Root() { revision }: CorrectionRow, @Ctx() context: Context) {
    return revisionOf(context, revision)
  }

  @FieldResolver(() => String, { description: 'What changed it (原因).' })
  reason(
    @Root() { revision, asOf }: CorrectionRow & { asOf: number },
    @LangArg() lang: 'zh' | 'en',
    @Ctx() context: Context,
  ) {
    return reasonOf(context, revision, asOf, lang)
  }
}

@Resolver(() => Campaign)
export class CampaignCorrections {
  @FieldResolver(() => CorrectionConnection, { description: DESCRIPTION })
  async corrections(
    @Root() campaign: CampaignRow,
    @Args(() => ForwardPage) page: ForwardPage,
    @Ctx() context: Context,
  ) {
    const { at } = campaign
    const load = async (ids: readonly string[]) => {
      const known = await Promise.all(ids.map((id) => recordOf(context, 'campaign', id, at)))
      const campaigns = known.flatMap((one) => one ?? [])
      const found = await findCorrections(context.db, at, campaigns)
      const own = Map.groupBy(found, (one) => one.figure.slice.CAMPAIGN as string)
      return new Map(ids.map((id) => [id, own.get(id) ?? []]))
    }
    const all = batchOnce(context, at, `corrections ${at}`, load, (found) => found.length)
    return pageOfCorrections((await all.load(campaign.id)) ?? [], at, page)
  }
}

interface Asked {
  readonly campaign: string | null
  readonly region: string | null
  readonly figure: string | null
  readonly kind: string | null
}

async function correctionsOf(context: Context, at: number, asked: Asked): Promise<CorrectionRow[]> {
  const load = async ([key]: readonly string[]) =>
    new Map([[key as string, await readCorrections(context, at, asked)]])
  const name = `corrections of ${JSON.stringify(asked)} ${at}`
  const found = batchOnce(context, at, name, load, (rows) => rows.length)
  return (await found.load('')) ?? []
}

async function readCorrections(context: Context, at: number, asked: Asked) {
  const { campaign, region, figure, kind } = asked
  const one = campaign === null ? null : await recordOf(context, 'campaign', campaign, at)
  const all = campaign == null ? await findCampaigns(context.db, at) : one === null ? [] : [one]
  const isOfIndicators = campaign == null && kind !== 'GROWTH'
  const [found, recounts] = await Promise.all([
    findCorrections(context.db, at, all, { region, figure, kind }),
    isOfIndicators ? findRecounts(context.db, at, { region, figure }) : [],
  ])
  return inTime([...found, ...recounts])
}

const inTime = (rows: readonly CorrectionRow[]) =>
  rows.toSorted((a, b) => b.revision - a.revision || (a.figure.id < b.figure.id ? -1 : 1))

function pageOfCorrections(found: readonly CorrectionRow[], at: number, page: ForwardPage) {
  const rows = found.map((one) => ({ ...one, id: one.figure.id, asOf: at }))
  const order = [{ column: 'revision', descending: true }, { column: 'id' }]
  return connect(pageOfList(rows, order, page), async () => rows.length)
}
