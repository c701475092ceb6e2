import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import {
  CheckOutcome,
  CriterionResult,
  NameCheck,
  OnDutyCoverage,
  StationAssessment,
  ThreeHaves,
} from '../../schema/types/assessment.ts'
import { Criterion, CriterionCheck, Standard } from '../../schema/types/document.ts'
import { Organization } from '../../schema/types/organization.ts'
import { DateScalar } from '../../schema/types/scalars.ts'
import { Source } from '../../schema/types/source.ts'
import { Station } from '../../schema/types/station.ts'
import { type CriterionOutcome, type Outcome, threeHaves } from '../records/judge.ts'
import type { StationRow } from '../records/station.ts'
import { breachInWords } from '../records/stationname.ts'
import { type Context, recordOf } from './context.ts'
import { LangArg, type SourceRow } from './recorded.ts'
import { type NameFinding, nameFinding, type Standing, standardOf, standingOf } from './standing.ts'
import { sourcesOf } from './state.ts'

type CriterionStanding = CriterionOutcome & { readonly standing: Standing }
type CheckStanding = Outcome & CriterionStanding

/** The clause that says how stations are named. */
const NAME_CLAUSE = 'C21-N1'

@Resolver(() => Station)
export class StationStanding {
  @FieldResolver(() => NameCheck, {
    nullable: true,
    description:
      'Whether its name follows the naming rule in force for its city, and why not; null where the city has none (规范名称).',
  })
  async nameCheck(@Root() station: StationRow, @Ctx() context: Context) {
    const standard = await standardOf(context, station)
    return standard && nameFinding(context, station, standard)
  }

  @FieldResolver(() => StationAssessment, {
    nullable: true,
    description:
      'Held against 九有一坚持一完善 or the standard in force; null where none holds there (对标评估).',
  })
  assessment(
    @Root() station: StationRow,
    @Arg('standard', () => ID, { nullable: true }) standard: string | null,
    @Ctx() context: Context,
  ) {
    return standingOf(context, station, standard)
  }

  @FieldResolver(() => OnDutyCoverage, {
    nullable: true,
    description:
      'Covered minutes over open minutes, from the roster; null while no roster is filed, and no form asks for one yet (在岗情况).',
  })
  onDuty(
    @Arg('weekOf', () => DateScalar, { nullable: true, description: 'A day of the week.' })
    _weekOf: Date | string | null,
  ): null {
    return null
  }
}

@Resolver(() => NameCheck)
export class NameCheckResolver {
  @FieldResolver(() => Boolean, { description: 'It does (符合).' })
  conforms(@Root() { breach }: NameFinding): boolean {
    return breach === null
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why not (说明).' })
  message(@Root() { breach, rule }: NameFinding, @LangArg() lang: 'zh' | 'en'): string | null {
    return breach && breachInWords(breach, rule)[lang]
  }

  @FieldResolver(() => Source, { nullable: true, description: 'The clause of the rule (依据).' })
  source(@Root() { standard }: NameFinding) {
    return { field: 'name', document: standard.document, clause: NAME_CLAUSE, at: standard.at }
  }
}

@Resolver(() => StationAssessment)
export class StationAssessmentResolver {
  @FieldResolver(() => Standard, { description: 'The standard (标准).' })
  standard(@Root() { standard }: Standing) {
    return standard
  }

  @FieldResolver()
  assessedOn(@Root() { filed }: Standing): string | null {
    return filed?.assessedOn ?? null
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The body that assessed it, never a person (自评单位).',
  })
  assessor(@Root() { filed, station }: Standing, @Ctx() context: Context) {
    return recordOf(context, 'organization', filed?.assessor, station.at)
  }

  @FieldResolver()
  met(@Root() { criteria }: Standing): number {
    return criteria.filter((one) => one.result === 'MET').length
  }

  @FieldResolver()
  assessed(@Root() { criteria }: Standing): number {
    return criteria.filter((one) => !['NOT_ASSESSED', 'NOT_APPLICABLE'].includes(one.result)).length
  }

  @FieldResolver()
  of(@Root() { criteria }: Standing): number {
    return criteria.length
  }

  @FieldResolver()
  sample(@Root() { filed, station }: Standing): boolean {
    return (filed ?? station).sample === 1
  }

  @FieldResolver(() => ThreeHaves, { description: 'The three haves (三有).' })
  threeHaves(@Root() { criteria }: Standing): ThreeHaves {
    const haves = threeHaves(criteria)
    const results = Object.values(haves)
    const failed = results.some((one) => one === 'NOT_MET' || one === 'PARTIAL')
    const met = results.every((one) => one === 'MET')
    return { ...haves, all: met ? true : failed ? false : null }
  }

  @FieldResolver(() => [CriterionResult], { description: 'Every criterion, in order (逐条结果).' })
  criteria(@Root() standing: Standing): CriterionStanding[] {
    return standing.criteria.map((one) => ({ ...one, standing }))
  }
}

@Resolver(() => CriterionResult)
export class CriterionResultResolver {
  @FieldResolver(() => Criterion, { description: 'The criterion (标准条目).' })
  criterion(@Root() { criterion, standing }: CriterionStanding) {
    const { document, at } = standing.standard
    return { ...criterion, document, at }
  }

  @FieldResolver(() => [CheckOutcome], { description: 'Its single checks (检查项).' })
  checks(@Root() one: CriterionStanding): CheckStanding[] {
    return one.checks.map((check) => ({ ...one, ...check }))
  }
}

@Resolver(() => CheckOutcome)
export class CheckOutcomeResolver {
  @FieldResolver(() => CriterionCheck, { description: 'What is looked at (检查项).' })
  check(@Root() { check }: CheckStanding) {
    return check
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What it rests on: what the hub found, or what the station wrote (佐证).',
  })
  evidence(@Root() { evidence }: CheckStanding, @LangArg() lang: 'zh' | 'en'): string | null {
    return evidence === null ? null : evidence[lang]
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: 'The cell of the self-assessment, or the clause that the hub looked at (来源).',
  })
  async source(
    @Root() { check, found, criterion, standing }: CheckStanding,
    @Ctx() context: Context,
  ): Promise<SourceRow | null> {
    const { filed, standard } = standing
    const { document, at } = standard
    if (found) return { field: check.code, document, clause: criterion.clause, at }
    if (filed === null) return null
    const cells = await sourcesOf(context, filed.id, filed.since)
    const cell = cells.find((one) => one.field === check.code)
    return cell === undefined ? null : { ...cell, at }
  }
}
