/** What a browser calls itself, in words that a person recognises: `Firefox on Windows`. What isn't known stays as it is. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'an iPad'],
  [/iPhone/, 'an iPhone'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'a Mac'],
  [/CrOS/, 'a Chromebook'],
  [/Linux/, 'Linux'],
]

export function deviceWords(device: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(device))?.[1]
  const system = SYSTEMS.find(([sign]) => sign.test(device))?.[1]
  if (browser && system) return `${browser} on ${system}`
  return device === '' ? 'A program' : device.slice(0, 80)
}
