/** Elements with little code: this script is loaded by strangers, on any line. */
type Child = Node | string | null

/** @example element('p', { class: 'q' }, 'Why we ask') */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children.filter((child) => child !== null))
  return made
}

export function button(
  words: string,
  press: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = element('button', { type: 'button', class: 'btn plain', ...attributes }, words)
  made.addEventListener('click', press)
  return made
}

/** A copy of what the page holds under an id; null when it isn't there. */
export function copyOf(id: string): Node | null {
  const found = document.getElementById(id)
  return found instanceof HTMLTemplateElement ? found.content.cloneNode(true) : (found?.cloneNode(true) ?? null)
}
