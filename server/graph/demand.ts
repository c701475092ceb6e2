import { Arg, Args, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Demand, DemandConnection, DemandFilter, Match } from '../../schema/types/demand.ts'
import { Project } from '../../schema/types/project.ts'
import { Station } from '../../schema/types/station.ts'
import { understandPage } from '../records/page.ts'
import { ForwardPage } from './arguments.ts'
import { BY_ID, connect } from './connection.ts'
import { LangArg } from './recorded.ts'

interface DemandRow {
  readonly title: { readonly zh: string; readonly en: string }
}

interface MatchRow {
  readonly reasons: readonly { readonly zh: string; readonly en: string }[]
}

@Resolver(() => Demand)
export class DemandResolver {
  @Query(() => DemandConnection, {
    description:
      'Needs (需求) that stations and communities published. No form brings any yet: the list is empty.',
  })
  demands(
    @Arg('filter', () => DemandFilter, { nullable: true }) _filter: DemandFilter | null,
    @Args(() => ForwardPage) page: ForwardPage,
  ) {
    return noneOf(page)
  }

  @FieldResolver(() => String, { description: 'What is needed, in a few words (标题).' })
  title(@Root() { title }: DemandRow, @LangArg() lang: 'zh' | 'en'): string {
    return title[lang]
  }
}

@Resolver(() => Match)
export class MatchResolver {
  @FieldResolver(() => [String], { description: 'Why it fits (理由).' })
  reasons(@Root() { reasons }: MatchRow, @LangArg() lang: 'zh' | 'en'): string[] {
    return reasons.map((one) => one[lang])
  }
}

@Resolver(() => Station)
export class StationDemands {
  @FieldResolver(() => DemandConnection, {
    description: 'Needs published there; no form brings any yet: the list is empty (需求).',
  })
  demands(@Args(() => ForwardPage) page: ForwardPage) {
    return noneOf(page)
  }
}

@Resolver(() => Project)
export class ProjectMatches {
  @FieldResolver(() => [Match], {
    description: 'Needs that it could meet; empty while none is known (供需对接).',
  })
  matches(): MatchRow[] {
    return []
  }
}

/** A page of nothing; what the page asks for is checked as everywhere. */
function noneOf(page: ForwardPage) {
  understandPage(BY_ID, page)
  const none = { rows: [], hasNextPage: false, hasPreviousPage: false, cursor: () => '' }
  return connect(none, async () => 0)
}
