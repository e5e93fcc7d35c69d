/**
 * The colours of a plate that stands alone: in a file, in a letter, on paper. Pages take theirs from the design tokens.
 *
 * `print` is `light` on white, with lines a little stronger, so that it survives a copying machine.
 */
export const PLATE_THEMES = ['light', 'dark', 'print'] as const
export type PlateTheme = (typeof PLATE_THEMES)[number]

export type PlateColours = {
  readonly ground: string
  readonly skin: string
  readonly skinLine: string
  readonly bone: string
  readonly boneLine: string
  readonly superficial: string
  readonly intermediate: string
  readonly deep: string
  readonly muscleLine: string
  readonly fibre: string
  readonly context: string
  readonly contextLine: string
  readonly tendon: string
  readonly ink: string
  readonly quiet: string
  readonly primary: string
  readonly needle: string
  readonly onNeedle: string
  readonly danger: string
  readonly pain: string
  readonly warn: string
}

const LIGHT: PlateColours = {
  ground: '#fbf9f5',
  skin: '#f3e9df',
  skinLine: '#8c7b6b',
  bone: '#fffdf8',
  boneLine: '#b9ac9b',
  superficial: '#cf8a74',
  intermediate: '#c2705d',
  deep: '#a85a49',
  muscleLine: '#5e2b22',
  fibre: '#6d2f22',
  context: '#ecd8cc',
  contextLine: '#a98a79',
  tendon: '#eadbc8',
  ink: '#20282b',
  quiet: '#5a6468',
  primary: '#0e5e63',
  needle: '#a3561f',
  onNeedle: '#ffffff',
  danger: '#a8231c',
  pain: '#8e3a63',
  warn: '#9a6a00',
}

const DARK: PlateColours = {
  ground: '#14191b',
  skin: '#2b2f2f',
  skinLine: '#8b8378',
  bone: '#4a4a44',
  boneLine: '#8f8a7c',
  superficial: '#a9614d',
  intermediate: '#96503f',
  deep: '#7d4034',
  muscleLine: '#2a110c',
  fibre: '#2d120c',
  context: '#463b35',
  contextLine: '#776456',
  tendon: '#a3937d',
  ink: '#ede9e1',
  quiet: '#a9b2b3',
  primary: '#7cc6c7',
  needle: '#e29a63',
  onNeedle: '#20120a',
  danger: '#f28b82',
  pain: '#e58fbb',
  warn: '#e3b24c',
}

const PRINT: PlateColours = { ...LIGHT, ground: '#ffffff', skin: '#f7f0e8', skinLine: '#6f6153', boneLine: '#a0937f' }

export function plateColours(theme: PlateTheme): PlateColours {
  return { light: LIGHT, dark: DARK, print: PRINT }[theme]
}

/** The look of every class that a plate uses. `px` is one pixel of the picture in plate units. */
export function plateStyle(theme: PlateTheme, px: number): string {
  const c = plateColours(theme)
  const w = (pixels: number, most: number) => `stroke-width:${Math.min(pixels * px, most).toFixed(2)}`
  return [
    `path,circle{stroke-linecap:round;stroke-linejoin:round}`,
    `.skin{fill:${c.skin}}`,
    `.skin-l{fill:none;stroke:${c.skinLine};${w(1.6, 1.1)}}`,
    `.skin-shade path{fill:none;stroke:${c.skinLine};stroke-width:5;opacity:.11}.skin-shade .wide{stroke-width:13;opacity:.07}`,
    `.fold{fill:none;stroke:${c.skinLine};${w(1.1, 0.7)};opacity:.8}`,
    `.bone{fill:${c.bone};stroke:${c.boneLine};${w(0.9, 0.6)}}.bone-l{fill:none;stroke:${c.boneLine};${w(0.8, 0.5)}}`,
    `.bone.hair,.bone-l.hair{${w(0.6, 0.4)}}.bone-hole{fill:${c.skin};stroke:${c.boneLine};${w(0.7, 0.45)}}`,
    `.bone-g{fill:none;stroke:${c.bone};${w(1.1, 0.5)};opacity:.3}.veil{opacity:.42}`,
    `.m-sup .body{fill:${c.superficial}}.m-mid .body{fill:${c.intermediate}}.m-deep .body{fill:${c.deep}}`,
    `.edge{fill:none;stroke:${c.muscleLine};${w(1.3, 0.75)};opacity:.9}`,
    `.shade{fill:none;stroke:${c.muscleLine};stroke-width:3;opacity:.16}.shade.wide{stroke-width:9;opacity:.1}`,
    `.fib{fill:none;stroke:${c.fibre};${w(0.8, 0.4)};opacity:.5}`,
    `.tendon{fill:${c.tendon};opacity:.85}.sheet{fill:${c.tendon};stroke:${c.contextLine};${w(0.7, 0.4)}}`,
    `.sheet.veil{opacity:.22}.sheet.veil+.grain{opacity:.4}.fib-t{fill:none;stroke:${c.contextLine};${w(0.6, 0.35)};opacity:.4}`,
    `.ctx .body{fill:${c.context}}.ctx .edge{stroke:${c.contextLine};${w(0.8, 0.5)}}.ctx .fib{stroke:${c.contextLine};opacity:.35}`,
    `.ghost .body{opacity:.36}`,
    `.hz-halo{fill:none;stroke:${c.ground};${w(5, 3)};opacity:.65}.hz-line{fill:none;stroke:${c.danger};${w(2.2, 1.3)};stroke-dasharray:4 2.4}`,
    `.hatch{fill:none;stroke:${c.danger};${w(1.2, 0.7)};opacity:.4}.hz-box{fill:none;stroke:${c.danger};${w(1.5, 0.8)};stroke-dasharray:2.4 1.4}`,
    `.hz-canal{fill:${c.danger};fill-opacity:.12;stroke:${c.danger};${w(1.5, 0.8)}}`,
    `.lab text{fill:${c.ink};font-family:Georgia,"Times New Roman",serif;font-style:italic}.ruler text{fill:${c.quiet};font-family:system-ui,sans-serif}`,
    `.region{fill:none;stroke:${c.skinLine};${w(0.8, 1)};opacity:.45}.low-back{fill:${c.warn};fill-opacity:.1;stroke:${c.warn};${w(1.4, 1.6)};stroke-dasharray:6 4}`,
    `.pain-area{fill:${c.pain};fill-opacity:.14}.pain-texture{fill:none;stroke:${c.pain};${w(1.4, 1.5)};opacity:.75}.pain-edge{fill:none;stroke:${c.pain};${w(1.6, 1.6)}}`,
    `.was .pain-edge{stroke-dasharray:5 4}.pain-number{fill:${c.ground};stroke:${c.pain};${w(1.2, 1.2)}}.mark{fill:${c.ink};font-family:system-ui,sans-serif;font-weight:600}`,
    `.referral-dots{fill:none;stroke:${c.danger};stroke-width:1.5;stroke-linecap:round}.also .referral-dots{stroke-width:1.1;opacity:.8}.source .over{fill:${c.primary};fill-opacity:.22;stroke:${c.primary};${w(1.8, 1.2)}}`,
    `.dose .over{fill:${c.primary};stroke:${c.primary};${w(1.4, 0.9)}}.dose-1 .over{fill-opacity:.16}.dose-2 .over{fill-opacity:.28}.dose-3 .over{fill-opacity:.4}.dose-4 .over{fill-opacity:.54}.dose-5 .over{fill-opacity:.7}.dose-number{fill:${c.ground};stroke:${c.primary};${w(1.2, 0.8)}}`,
    `.needle-in .needle-head{fill:${c.needle}}.needle-in .mark{fill:${c.onNeedle}}.needle-out .needle-head{fill:${c.ground};stroke:${c.ink};${w(1.4, 0.9)}}`,
    `.needle-planned .needle-head{fill:${c.ground};fill-opacity:.8;stroke:${c.primary};${w(1.8, 1)};stroke-dasharray:2 1.4}.needle.was{opacity:.55}`,
    `.finding-mark{fill:${c.ground};stroke:${c.warn};${w(1.8, 1.1)}}.title{fill:${c.ink};font-family:system-ui,sans-serif;font-weight:600}`,
    `.treated .over{fill:${c.primary};fill-opacity:.62;stroke:${c.primary};${w(2, 1.2)}}`,
    `.lab path,.ruler path{fill:none;stroke:${c.quiet};${w(0.9, 0.5)};opacity:.8}.lab circle{fill:${c.quiet}}`,
  ].join('')
}
