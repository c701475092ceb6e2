/** What an office owes for one period, as the graph tells it. */
export interface Duty {
  readonly due: string
  readonly state: string
  readonly daysLate: number | null
  readonly period: { readonly from: string; readonly to: string }
  readonly organization: { readonly id: string; readonly name: string; readonly sample?: boolean }
  readonly route?: readonly { readonly id: string; readonly name: string }[]
  readonly submission: { readonly id: string } | null
  readonly obligation: Obligation
}

export interface Obligation {
  readonly id: string
  readonly rule: string
  readonly hubNote?: string | null
  readonly inferred: boolean
  readonly template: { readonly id: string; readonly name: string }
  readonly campaign: { readonly id: string; readonly name: string } | null
  readonly source: {
    readonly clause: string | null
    readonly document: { readonly id: string } | null
  }
}

/** The duties of one obligation: a column for each period, a row for each office. */
export interface Sheet {
  readonly obligation: Obligation
  readonly periods: readonly { readonly from: string; readonly to: string; readonly due: string }[]
  readonly rows: readonly {
    readonly organization: Duty['organization']
    readonly duties: readonly Duty[]
  }[]
}

export function sheetsOf(duties: readonly Duty[]): Sheet[] {
  return [...Map.groupBy(duties, (duty) => duty.obligation.id).values()].map((list) => {
    const periods = [...new Map(list.map((one) => [one.period.from + one.period.to, one])).values()]
    const rows = [...Map.groupBy(list, (duty) => duty.organization.id).values()]
    return {
      obligation: (list[0] as Duty).obligation,
      periods: periods.map(({ period, due }) => ({ ...period, due })),
      rows: rows.map((own) => ({ organization: (own[0] as Duty).organization, duties: own })),
    }
  })
}

/** How many duties stand in which state. */
export function countStates(duties: readonly Duty[]): [state: string, count: number][] {
  const counts = Map.groupBy(duties, (duty) => duty.state)
  return ['OVERDUE', 'HELD', 'DUE', 'FILED_LATE', 'FILED', 'NOT_DUE'].flatMap((state) => {
    const count = counts.get(state)?.length ?? 0
    return count === 0 ? [] : [[state, count]]
  })
}
