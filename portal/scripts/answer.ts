/** The words of the page; what the hub answers is in both languages already. */
export type Words = Readonly<Record<string, string>> & {
  readonly lang: 'zh' | 'en'
  readonly severities: Readonly<Record<string, string>>
  readonly verdicts: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, string>>
}

interface Finding {
  readonly severity: string
  readonly code: string
  readonly sheet?: string
  readonly cell?: string
  readonly message: { readonly zh: string; readonly en: string }
}

interface Receipt {
  readonly number: number
  readonly submission: string
  readonly due: string | null
  readonly daysLate: number | null
  readonly revision: number | null
  readonly alreadyFiled: boolean
  readonly awaiting: boolean
}

interface Difference {
  readonly activity: string
  readonly measure: string
  readonly before: number | null
  readonly after: number | null
}

interface Answer {
  readonly errors?: readonly { readonly message: string }[]
  readonly files?: readonly {
    readonly verdict: string
    readonly number: number | null
    readonly receivedAt: string
    readonly findings: readonly Finding[]
    readonly forms: readonly {
      readonly sheet: string
      readonly findings: readonly Finding[]
      readonly receipt: Receipt | null
    }[]
  }[]
  readonly differences?: readonly (readonly Difference[])[]
}

/** What the hub said of a file, for the one who sent it: verdict, receipt, cells to mend, what changes. */
export function answerOf(said: Answer, words: Words): Node {
  const box = document.createDocumentFragment()
  for (const { message } of said.errors ?? []) box.append(element('p', message, 'note'))
  for (const file of said.files ?? []) {
    box.append(element('h2', words.verdicts[file.verdict] ?? file.verdict))
    if (file.number !== null) box.append(receiptOf(file, words))
    const findings = [...file.findings, ...file.forms.flatMap((form) => form.findings)]
    const told = findings.filter((one) => one.severity !== 'NOTE')
    box.append(told.length === 0 ? element('p', words['submit.clean'] ?? '') : tableOf(told, words))
  }
  const differences = (said.differences ?? []).flat()
  if (differences.length > 0) box.append(changesOf(differences, words))
  return box
}

function receiptOf(file: NonNullable<Answer['files']>[number], words: Words): HTMLElement {
  const card = element('section', '', 'receipt')
  card.append(element('h3', `${words['submit.receipt']} ${file.number}`))
  const moment = new Intl.DateTimeFormat(words.lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  })
  card.append(element('p', moment.format(new Date(file.receivedAt))))
  for (const { receipt, sheet } of file.forms) {
    if (receipt === null) continue
    const late = receipt.daysLate ?? 0
    const parts = [
      sheet,
      `${words['submit.number']} ${receipt.number}`,
      receipt.due === null ? '' : `${words['submit.due']} ${moment.format(new Date(receipt.due))}`,
      receipt.due === null
        ? ''
        : late > 0
          ? `${words['submit.late']} ${late}`
          : words['submit.onTime'],
      receipt.revision === null ? '' : `${words['submit.revision']} ${receipt.revision}`,
      receipt.alreadyFiled ? words['submit.already'] : '',
      receipt.awaiting ? words['submit.awaiting'] : '',
    ]
    const line = element('p', parts.filter(Boolean).join(' · '))
    const link = document.createElement('a')
    link.href = `/${words.lang}/submissions/${receipt.submission.replace('submission:', '')}`
    link.textContent = ` ${words['submit.open']}`
    line.append(link)
    card.append(line)
  }
  const print = element('button', words['submit.print'] ?? '', 'button second')
  print.addEventListener('click', () => window.print())
  card.append(print)
  return card
}

function tableOf(findings: readonly Finding[], words: Words): HTMLElement {
  const titles = ['sources.cell', 'submission.severity', 'submission.message'].map(
    (one) => words[one] ?? '',
  )
  const rows = findings.map(({ sheet, cell, severity, message, code }) => [
    [sheet, cell].filter(Boolean).join('!') || (words['submit.whole'] ?? ''),
    words.severities[severity] ?? severity,
    `${message[words.lang]} (${code})`,
  ])
  return table(words['submit.findings'] ?? '', titles, rows)
}

function changesOf(differences: readonly Difference[], words: Words): HTMLElement {
  const none = words['submit.none'] ?? ''
  const titles = ['submit.activity', 'submit.before', 'submit.after'].map((one) => words[one] ?? '')
  const rows = differences.map(({ activity, measure, before, after }) => [
    `${activity} · ${words.measures[measure] ?? measure}`,
    before === null ? none : String(before),
    after === null ? none : String(after),
  ])
  return table(words['submit.differences'] ?? '', titles, rows)
}

function table(
  title: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const section = element('section', '')
  section.append(element('h3', title))
  const grid = element('table', '', 'stacks')
  const head = element('tr', '')
  for (const one of titles) {
    const cell = element('th', one)
    cell.setAttribute('scope', 'col')
    head.append(cell)
  }
  const top = element('thead', '')
  top.append(head)
  const body = element('tbody', '')
  for (const row of rows) {
    const line = element('tr', '')
    row.forEach((text, i) => {
      const cell = element('td', text)
      cell.dataset.label = titles[i] ?? ''
      line.append(cell)
    })
    body.append(line)
  }
  grid.append(top, body)
  section.append(grid)
  return section
}

function element(name: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(name)
  if (text !== '') made.textContent = text
  if (className !== '') made.className = className
  return made
}
