// The button that asks the device where it is; without script, or a device that can tell, it is not there.

const button = document.querySelector<HTMLButtonElement>('#locate')
if (button !== null) start(button)

function start(button: HTMLButtonElement): void {
  const said = document.querySelector<HTMLElement>('#locate-said')!
  const say = (reason: string) => {
    said.textContent = button.dataset[reason] ?? ''
    button.disabled = reason === 'looking'
  }
  button.hidden = false
  document.querySelector<HTMLElement>('#locate-why')!.hidden = false
  button.addEventListener('click', () => {
    if (!window.isSecureContext) return say('insecure')
    if (!('geolocation' in navigator)) return say(failure('failed'))
    say('looking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => go(coords, button.dataset.list),
      ({ code }) => say(failure(REASONS[code] ?? 'failed')),
      { timeout: 10_000, maximumAge: 60_000 },
    )
  })
  // who comes back to the page finds the button as it was
  window.addEventListener('pageshow', () => say(''))
}

/** GeolocationPositionError.code */
const REASONS: Readonly<Record<number, string>> = { 1: 'denied', 2: 'failed', 3: 'timeout' }

/** WeChat has a permission of its own, that a page can neither see nor ask for. */
function failure(reason: string): string {
  return /MicroMessenger/i.test(navigator.userAgent) ? 'wechat' : reason
}

/** Three decimals, about a hundred metres, leave the device; filters stay, the page does not. */
function go({ latitude, longitude }: GeolocationCoordinates, list?: string): void {
  const url = new URL(list ?? location.href, location.href)
  url.searchParams.set('lat', latitude.toFixed(3))
  url.searchParams.set('lon', longitude.toFixed(3))
  for (const name of ['after', 'before', 'near', 'place']) url.searchParams.delete(name)
  url.hash = 'found'
  location.assign(url)
}
