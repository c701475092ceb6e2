// The desk of the city office: what waits for a person, settled one by one with a reason.

type Words = Readonly<Record<string, string>> & {
  readonly lang: 'zh' | 'en'
  readonly kinds: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
}

interface Item {
  readonly id: string
  readonly kind: string
  readonly submission: string
  readonly sheet: string | null
  readonly cell: string | null
  readonly message: { readonly zh: string; readonly en: string }
  readonly decision: { readonly outcome: string; readonly reason: string } | null
}

function start(form: HTMLFormElement): void {
  const words: Words = JSON.parse(form.dataset.words ?? '{}')
  const key = form.querySelector<HTMLInputElement>('#d-key')!
  const list = document.querySelector<HTMLElement>('#d-items')!
  form.hidden = false
  document.querySelector('#s-noscript')?.remove()

  const ask = async (path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${key.value.trim()}`,
      'content-type': 'application/json',
    }
    const answer = await fetch(
      path,
      body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
    )
    const said = await answer.json()
    if (!answer.ok) throw new Error(said.errors?.[0]?.message ?? words['submit.failed'])
    return said
  }
  const load = async () => {
    if (key.value.trim() === '')
      return list.replaceChildren(text('p', words['submit.noKey'], 'note'))
    list.replaceChildren(text('p', words['submit.reading'], 'note'))
    try {
      const { items } = (await ask('/desk')) as { items: Item[] }
      const waiting = items.filter((item) => item.decision === null)
      const cards = waiting.map((item) => cardOf(item, words, ask, load))
      const title = text('h2', `${words['desk.waiting']} ${waiting.length}`)
      const empty = waiting.length === 0 ? [text('p', words['desk.empty'])] : []
      list.replaceChildren(title, ...empty, ...cards)
    } catch (error) {
      list.replaceChildren(text('p', (error as Error).message, 'note'))
    }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void load()
  })
}

function cardOf(
  item: Item,
  words: Words,
  ask: (path: string, body?: object) => Promise<unknown>,
  done: () => Promise<void>,
): HTMLElement {
  const card = text('section', '', 'receipt')
  const place = [item.sheet, item.cell].filter(Boolean).join('!')
  card.append(text('h3', `${words.kinds[item.kind] ?? item.kind} ${place}`))
  card.append(text('p', item.message[words.lang]))
  const link = document.createElement('a')
  const [type, id = ''] = item.submission.split(':')
  link.href = `/${words.lang}/${type}s/${id}`
  link.textContent = words['submit.open'] ?? ''
  card.append(link)

  const reason = field(`reason-${item.id}`, words['desk.reason'] ?? '')
  card.append(...reason)
  const isReporter = item.kind === 'REPORTER'
  const target = isReporter ? field(`target-${item.id}`, words['desk.target'] ?? '') : []
  card.append(...target)
  const outcomes = isReporter ? ['SAME_AS', 'REJECT'] : ['ACCEPT', 'REJECT']
  const said = text('p', '', 'warn')
  for (const outcome of outcomes) {
    const button = text('button', words.outcomes[outcome], 'button second') as HTMLButtonElement
    button.addEventListener('click', async () => {
      try {
        await ask(`/desk/${encodeURIComponent(item.id)}`, {
          outcome,
          reason: reason[1]?.value ?? '',
          target: target[1]?.value ?? null,
        })
        await done()
      } catch (error) {
        said.textContent = (error as Error).message
      }
    })
    card.append(button, ' ')
  }
  card.append(said)
  return card
}

function field(id: string, label: string): [HTMLLabelElement, HTMLInputElement] {
  const name = document.createElement('label')
  name.htmlFor = id
  name.textContent = label
  const input = document.createElement('input')
  input.id = id
  input.type = 'search'
  input.maxLength = 200
  return [name, input]
}

function text(name: string, said: string | undefined, className = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = said ?? ''
  if (className !== '') made.className = className
  return made
}

const form = document.querySelector<HTMLFormElement>('#desk')
if (form !== null) start(form)
