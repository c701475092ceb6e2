import { byName, valueIn, type XmlAttributes, type XmlListener } from './xml.ts'

export interface ControlListener extends Pick<Required<XmlListener>, 'open' | 'close'> {
  /** Words of the document: what a box shows, or a prompt that nobody answered, is not passed on. */
  say(words: string): void
}

/** The fields of a form: boxes to tick become ☑ or ☐, places left as they were printed become empty. */
export function openControls(append: (words: string) => void): ControlListener {
  const controls: Control[] = []
  let old: Control | undefined // a box as the forms before Word 2007 have it
  const tick = (control: Control) => {
    if (!control.told) append(control.ticked ? '☑' : '☐')
    control.told = true
  }
  const release = (control: Control | undefined) => {
    if (!control?.held) return
    if (!PROMPT.test(control.held.trim())) append(control.held)
    control.held = ''
  }
  const begins = byName<[XmlAttributes]>({
    sdt: () => controls.push({ held: '' }),
    showingPlcHdr: (attributes) => set(controls.at(-1), { isPrompt: isOn(attributes) }),
    checkbox: () => set(controls.at(-1), { ticked: false }),
    checkBox() {
      old = { held: '', ticked: false }
    },
    default(attributes) {
      if (!old?.told) set(old, { ticked: isOn(attributes) })
    },
    checked(attributes) {
      if (old) set(old, { ticked: isOn(attributes), told: true })
      else if (controls.at(-1)?.ticked !== undefined) {
        set(controls.at(-1), { ticked: isOn(attributes) })
      }
    },
  })
  const ends = byName<[]>({
    checkBox() {
      if (old) append(old.ticked ? '☑' : '☐')
      old = undefined
    },
    sdt() {
      const control = controls.pop()
      if (control?.ticked !== undefined) tick(control)
      else release(control)
    },
    p: () => release(controls.at(-1)),
  })
  return {
    open: (element, attributes) => void begins.get(element)?.(attributes),
    close: (element) => void ends.get(element)?.(),
    say(words) {
      const box = controls.findLast(({ ticked }) => ticked !== undefined)
      const control = controls.at(-1)
      if (box) tick(box)
      else if (control?.isPrompt) control.held += words
      else append(words)
    },
  }
}

interface Control {
  ticked?: boolean
  told?: boolean
  /** It shows what to do: the words are held until it is clear that they are no answer. */
  isPrompt?: boolean
  held: string
}

const PROMPT =
  /^(单击|点击|请选择|请输入|请填写|请在此|选择一项|在此输入|Click|Tap|Choose|Select|Enter)/i

function set(control: Control | undefined, how: Partial<Control>): void {
  if (control) Object.assign(control, how)
}

function isOn(attributes: XmlAttributes): boolean {
  return !/^(0|false|off)$/.test(valueIn(attributes, 'val') ?? '')
}
