import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import type { CriterionValue, TargetValue } from '../../schema/tables/standard.ts'
import type { Term as TermValue } from '../../schema/terms/term.ts'
import { vocabularies } from '../../schema/terms/vocabularies.ts'
import { Campaign } from '../../schema/types/campaign.ts'
import {
  Clause,
  Criterion,
  CriterionCheck,
  Indicator,
  IndicatorTarget,
  PolicyDocument,
  PolicyDocumentConnection,
  ReportingObligation,
  Standard,
  Term,
  Vocabulary,
} from '../../schema/types/document.ts'
import { Region } from '../../schema/types/region.ts'
import { DateScalar } from '../../schema/types/scalars.ts'
import { Source } from '../../schema/types/source.ts'
import type { RowOf } from '../records/asof.ts'
import { type CampaignRow, findObligations, type ObligationRow } from '../records/campaign.ts'
import {
  type DocumentRow,
  documentsQuery,
  findDefinedBy,
  findIndicators,
  findStandards,
  type IndicatorRow,
  type StandardRow,
} from '../records/document.ts'
import { ForwardPage } from './arguments.ts'
import { BY_ID, listOf } from './connection.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, nameOf, type SourceRow } from './recorded.ts'

@Resolver(() => PolicyDocument)
export class DocumentResolver {
  @Query(() => PolicyDocument, {
    nullable: true,
    description: 'A policy document by its id (政策文件).',
  })
  document(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return recordOf(context, 'document', id, revisionAt(root, context))
  }

  @Query(() => PolicyDocumentConnection, { description: 'Policy documents (政策文件), by id.' })
  documents(
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return listOf(documentsQuery(context.db, revisionAt(root, context)), BY_ID, page)
  }

  @FieldResolver(() => [String], { description: 'Who issued it (发文机关).' })
  issuers(@Root() document: DocumentRow) {
    return parse(document.issuers)
  }

  @FieldResolver(() => [String], { description: 'What it cites (引用文件).' })
  cites(@Root() document: DocumentRow) {
    return parse(document.cites)
  }

  @FieldResolver(() => [String], { description: 'What readers should know of its text (说明).' })
  notes(@Root() document: DocumentRow, @LangArg() lang: 'zh' | 'en'): string[] {
    const dated = document.issuedOnNote === null ? [] : [parse(document.issuedOnNote)]
    return [...dated, ...parse(document.notes)].map((note) => note[lang])
  }

  @FieldResolver(() => [Clause], { description: 'Its clauses (条款).' })
  clauses(@Root() document: DocumentRow) {
    return parse(document.clauses)
  }

  @FieldResolver(() => Region, { description: 'Where it holds (适用区域).' })
  region(@Root() document: DocumentRow, @Ctx() context: Context) {
    return recordOf(context, 'region', document.region, document.at)
  }

  @FieldResolver(() => [Campaign], { description: 'The campaigns that it calls (专项行动).' })
  campaigns(@Root() document: DocumentRow, @Ctx() context: Context) {
    return definedBy(context, 'campaign', document)
  }

  @FieldResolver(() => [Standard], { description: 'The standards that it sets (标准).' })
  standards(@Root() document: DocumentRow, @Ctx() context: Context) {
    return definedBy(context, 'standard', document)
  }

  @FieldResolver(() => [Indicator], { description: 'The indicators that it watches (指标).' })
  indicators(@Root() document: DocumentRow, @Ctx() context: Context) {
    return definedBy(context, 'indicator', document)
  }
}

async function definedBy<T extends 'campaign' | 'standard' | 'indicator'>(
  context: Context,
  type: T,
  { id, at }: DocumentRow,
): Promise<RowOf<T>[]> {
  const defined = batch(context, `${type} defined ${at}`, async (documents) =>
    Map.groupBy(await findDefinedBy(context.db, type, documents, at), (row) => row.document),
  )
  return (await defined.load(id)) ?? []
}

@Resolver(() => Source)
export class SourceDocument {
  @FieldResolver(() => PolicyDocument, { nullable: true, description: 'The document (政策文件).' })
  document(@Root() source: SourceRow, @Ctx() context: Context) {
    return recordOf(context, 'document', source.document, source.at)
  }
}

@Resolver(() => Campaign)
export class CampaignDocument {
  @FieldResolver(() => PolicyDocument, { description: 'The document that calls it (依据文件).' })
  document(@Root() campaign: CampaignRow, @Ctx() context: Context) {
    return recordOf(context, 'document', campaign.document, campaign.at)
  }

  @FieldResolver(() => [ReportingObligation], {
    description: 'What has to be filed for it, and when (报送任务).',
  })
  async obligations(@Root() { id, at }: CampaignRow, @Ctx() context: Context) {
    const obligations = batch(context, `obligations ${at}`, async (campaigns) =>
      Map.groupBy(await findObligations(context.db, campaigns, at), (row) => row.campaign),
    )
    return (await obligations.load(id)) ?? []
  }
}

@Resolver(() => ReportingObligation)
export class ObligationResolver {
  @FieldResolver(() => String, {
    description: 'The due rule, with the hub’s own part of it (报送规则).',
  })
  rule(@Root() obligation: ObligationRow, @LangArg() lang: 'zh' | 'en'): string {
    return parse(obligation.rule)[lang]
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the hub decided where the text is silent (平台参数).',
  })
  hubNote(@Root() obligation: ObligationRow, @LangArg() lang: 'zh' | 'en'): string | null {
    return obligation.hubNote === null ? null : parse(obligation.hubNote)[lang]
  }

  @FieldResolver(() => [DateScalar], { description: 'The days it is due (截止日期).' })
  dueDates(@Root() obligation: ObligationRow): string[] {
    return parse(obligation.periods).map((period) => period.due.slice(0, 10))
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'For which campaign (专项行动).' })
  campaign(@Root() obligation: ObligationRow, @Ctx() context: Context) {
    return recordOf(context, 'campaign', obligation.campaign, obligation.at)
  }

  @FieldResolver(() => Source, { description: 'The clause that asks for it (依据).' })
  source(@Root() { clause, document, at }: ObligationRow) {
    return { field: 'rule', clause, document, at }
  }
}

type CheckRow = CriterionValue['checks'][number]
type CriterionRow = CriterionValue & { readonly document: string; readonly at: number }

@Resolver(() => Standard)
export class StandardResolver {
  @Query(() => [Standard], { description: 'What stations are held against (标准).' })
  standards(@Root() root: RootValue, @Ctx() context: Context) {
    return findStandards(context.db, revisionAt(root, context))
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  name(@Root() standard: StandardRow, @LangArg() lang: string): string {
    return nameOf(standard, lang)
  }

  @FieldResolver()
  validFrom(@Root() { validFrom }: StandardRow): string | null {
    return validFrom !== null && validFrom.length === 10 ? validFrom : null
  }

  @FieldResolver(() => Region, { description: 'Where it holds (适用区域).' })
  region(@Root() standard: StandardRow, @Ctx() context: Context) {
    return recordOf(context, 'region', standard.region, standard.at)
  }

  @FieldResolver(() => PolicyDocument, { description: 'The document that sets it (依据文件).' })
  document(@Root() standard: StandardRow, @Ctx() context: Context) {
    return recordOf(context, 'document', standard.document, standard.at)
  }

  @FieldResolver(() => [Criterion], { description: 'Its criteria, in order (标准条目).' })
  criteria(@Root() { criteria, document, at }: StandardRow): CriterionRow[] {
    return parse(criteria).map((one) => ({ ...one, document, at }))
  }
}

@Resolver(() => Criterion)
export class CriterionResolver {
  @FieldResolver(() => String, { description: 'What it asks for, in a few words (标题).' })
  title(@Root() criterion: CriterionRow, @LangArg() lang: 'zh' | 'en'): string {
    return criterion.title[lang]
  }

  @FieldResolver(() => [CriterionCheck], { description: 'The single things looked at (检查项).' })
  checks(@Root() criterion: CriterionRow) {
    return criterion.checks
  }

  @FieldResolver(() => Source, { description: 'The clause (依据).' })
  source(@Root() { clause, document, at }: CriterionRow) {
    return { field: 'criteria', clause, document, at }
  }
}

@Resolver(() => CriterionCheck)
export class CriterionCheckResolver {
  @FieldResolver(() => String, { description: 'What is looked at (内容).' })
  text(@Root() check: CheckRow, @LangArg() lang: 'zh' | 'en'): string {
    return check.text[lang]
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A number that the hub, not the document, chose (平台参数).',
  })
  hubParameter(@Root() check: CheckRow, @LangArg() lang: 'zh' | 'en'): string | null {
    return check.hubParameter?.[lang] ?? null
  }

  @FieldResolver(() => Boolean, {
    description: 'True where the document only recommends it: it never counts (非必需).',
  })
  optional(@Root() check: CheckRow): boolean {
    return check.optional === true
  }
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @Query(() => [Indicator], { description: 'What the documents watch (指标), by id.' })
  async indicators(
    @Arg('region', () => String, {
      nullable: true,
      description:
        'Those that hold there: of the region itself, and of all above and below it (区划).',
    })
    region: string | null,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return findIndicators(context.db, revisionAt(root, context), region ?? null)
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  name(@Root() indicator: IndicatorRow, @LangArg() lang: string): string {
    return nameOf(indicator, lang)
  }

  @FieldResolver(() => String, {
    description: 'What is divided by what, and what to beware of (定义).',
  })
  definition(@Root() indicator: IndicatorRow, @LangArg() lang: string): string {
    return lang === 'en' ? indicator.definitionEn : indicator.definitionZh
  }

  @FieldResolver(() => IndicatorTarget, {
    nullable: true,
    description: 'What it should reach (目标).',
  })
  target(@Root() { target, document, clause, at }: IndicatorRow) {
    return target === null ? null : { ...parse(target), document, clause, at }
  }

  @FieldResolver(() => Source, { description: 'The clause (依据).' })
  source(@Root() { clause, document, at }: IndicatorRow) {
    return { field: 'target', clause, document, at }
  }
}

type TargetRow = TargetValue & { document: string; clause: string; at: number }

@Resolver(() => IndicatorTarget)
export class IndicatorTargetResolver {
  @FieldResolver(() => Region, { description: 'Where (区域).' })
  region(@Root() target: TargetRow, @Ctx() context: Context) {
    return recordOf(context, 'region', target.region, target.at)
  }

  @FieldResolver(() => Source, { description: 'The clause (依据).' })
  source(@Root() { clause, document, at }: TargetRow) {
    return { field: 'target', clause, document, at }
  }
}

type TermRow = TermValue & { readonly code: string; readonly at: number }

@Resolver(() => Term)
export class TermResolver {
  @Query(() => [Vocabulary], { description: 'Every code list of the hub (代码表).' })
  vocabularies(@Root() root: RootValue, @Ctx() context: Context) {
    const at = revisionAt(root, context)
    return Object.entries(vocabularies).map(([name, list]) => ({
      name,
      terms: Object.entries(list).map(([code, term]) => ({ ...term, code, at })),
    }))
  }

  @FieldResolver(() => String, { description: 'Its label (名称).' })
  label(@Root() term: TermRow, @LangArg() lang: 'zh' | 'en'): string {
    return term[lang]
  }

  @FieldResolver(() => String, { nullable: true, description: 'What more there is to say (说明).' })
  definition(@Root() term: TermRow, @LangArg() _lang: string): string | null {
    return term.note ?? null
  }

  @FieldResolver(() => Source, { nullable: true, description: 'The clause it comes from (依据).' })
  source(@Root() { clause, at }: TermRow) {
    if (clause === undefined) return null
    const document = /^(Z17|H17|C21|Z19|ZJ16)/.exec(clause)?.[1]
    return { field: 'label', clause, document: document && `document:${document}`, at }
  }
}
