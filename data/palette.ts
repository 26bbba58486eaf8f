/**
 * The colours of the map and the page, for the engine's style, the static map, the sprite's hatchings and, through
 * `palette-css.ts`, every style sheet. A test checks the contrasts: borders, banks and outlines at least 3:1, texts
 * at least 4.5:1 against their background.
 */
import type { ThemeId } from './schema-ids'

/** The name of a palette; `print` is for paper and saved pictures. */
export type PaletteName = 'light' | 'dark' | 'print'
/** A colour as `#rrggbb`. */
export type Color = `#${string}`

/** The colours of one palette, by what they are used for. */
export interface Palette {
  name: PaletteName
  /** Panels and controls: their paper, a darker one, text, quiet text and hairlines. */
  page: { paper: Color; paperSunk: Color; ink: Color; inkQuiet: Color; line: Color }
  basemap: {
    /** Outside Chongqing. */
    beyond: Color
    /** The region outside the central districts. */
    region: Color
    /** The central districts. */
    land: Color
    urban: Color
    green: Color
    airport: Color
    runway: Color
  }
  water: { area: Color; bank: Color; label: Color }
  relief: { lit: Color; shade: Color; hachure: Color; label: Color; litOpacity: number; shadeOpacity: number }
  border: { central: Color; edge: Color; other: Color; outer: Color; river: Color }
  /** `open` draws a road not yet built, whose dashes have no casing to be seen by. */
  road: { highway: Color; highwayCasing: Color; open: Color; major: Color; minor: Color; casing: Color; label: Color }
  rail: { ink: Color; gap: Color; metro: Color; label: Color }
  label: { district: Color; neighbour: Color; place: Color; board: Color; halo: Color; feature: Color }
  /** Selection and the primary action, and nothing else. */
  accent: Color
  onAccent: Color
  hover: Color
  /** Laid over what is not selected. */
  dimOverlay: Color
  theme: { readonly [theme in ThemeId]: Color }
  /** A feature without a theme. */
  unthemed: Color
}

const light: Palette = {
  name: 'light',
  page: { paper: '#fffdf8', paperSunk: '#f1eadd', ink: '#26231f', inkQuiet: '#665f55', line: '#d9d0c0' },
  basemap: {
    beyond: '#e4dccb',
    region: '#ece5d6',
    land: '#f7f3ea',
    urban: '#ebe2d6',
    green: '#e3e6cf',
    airport: '#e4e0dc',
    runway: '#b7b1a6',
  },
  water: { area: '#abcddd', bank: '#57869e', label: '#1f566f' },
  relief: {
    lit: '#fffdf4',
    shade: '#6f7146',
    hachure: '#80814f',
    label: '#5d6537',
    litOpacity: 0.26,
    shadeOpacity: 0.064,
  },
  border: { central: '#85796a', edge: '#6a5d4c', other: '#8b8271', outer: '#75695a', river: '#4d7c94' },
  road: {
    highway: '#f2d9a0',
    highwayCasing: '#b08d4e',
    open: '#94713a',
    major: '#fdfaf2',
    minor: '#fbf8f0',
    casing: '#cfc4b0',
    label: '#6b5a36',
  },
  rail: { ink: '#3f3c38', gap: '#fdfbf5', metro: '#8f86a8', label: '#3f3c38' },
  label: {
    district: '#5d564a',
    neighbour: '#686050',
    place: '#5d564a',
    board: '#766b58',
    halo: '#f7f3ea',
    feature: '#2b2722',
  },
  accent: '#b5402b',
  onAccent: '#ffffff',
  hover: '#fffdf6',
  dimOverlay: '#e9e2d3',
  theme: {
    in: '#76502f',
    sc: '#67489a',
    op: '#245f9c',
    tr: '#44474c',
    ec: '#2f7440',
    cu: '#a45117',
    ur: '#56697a',
    ru: '#647016',
    pe: '#a8305a',
    co: '#17706f',
  },
  unthemed: '#6a6358',
}

const dark: Palette = {
  name: 'dark',
  page: { paper: '#22262b', paperSunk: '#2d3238', ink: '#ece7dd', inkQuiet: '#aaa598', line: '#3b4148' },
  basemap: {
    beyond: '#14181b',
    region: '#1a1f23',
    land: '#22282c',
    urban: '#2b3034',
    green: '#222d28',
    airport: '#2e3338',
    runway: '#5a6066',
  },
  water: { area: '#204256', bank: '#5b8ba6', label: '#93c2dc' },
  relief: {
    lit: '#56604a',
    shade: '#070a08',
    hachure: '#707a5b',
    label: '#a9b689',
    litOpacity: 0.062,
    shadeOpacity: 0.15,
  },
  border: { central: '#8b8577', edge: '#aaa291', other: '#6b6a63', outer: '#8b867a', river: '#76a3bc' },
  road: {
    highway: '#7c6a43',
    highwayCasing: '#15191c',
    open: '#a8935f',
    major: '#454a4d',
    minor: '#3a3f43',
    casing: '#171b1e',
    label: '#cdbb8e',
  },
  rail: { ink: '#c9c3b6', gap: '#22282c', metro: '#8f88ad', label: '#d6d0c4' },
  label: {
    district: '#bdb6a7',
    neighbour: '#99958b',
    place: '#b9b3a6',
    board: '#a19b8d',
    halo: '#1b2024',
    feature: '#f0ebe1',
  },
  accent: '#ee8263',
  onAccent: '#22130e',
  hover: '#343c41',
  dimOverlay: '#14181b',
  theme: {
    in: '#d1a06a',
    sc: '#b99ae6',
    op: '#7fb3e6',
    tr: '#d5d3cd',
    ec: '#83c08a',
    cu: '#e59a5c',
    ur: '#a7b6c4',
    ru: '#b6bf63',
    pe: '#ea8bab',
    co: '#69c2bd',
  },
  unthemed: '#b3ada1',
}

/** For white paper: no tint on the land, darker lines, colours that survive a photocopier. */
const print: Palette = {
  ...light,
  name: 'print',
  page: { paper: '#ffffff', paperSunk: '#f3f3f1', ink: '#111111', inkQuiet: '#555555', line: '#c9c9c6' },
  basemap: {
    beyond: '#ffffff',
    region: '#fbfbf9',
    land: '#ffffff',
    urban: '#f1efeb',
    green: '#eef2e4',
    airport: '#efefed',
    runway: '#8f8f8f',
  },
  water: { area: '#cfe3ee', bank: '#467a97', label: '#1d5672' },
  relief: {
    ...light.relief,
    lit: '#ffffff',
    shade: '#6a6a58',
    hachure: '#7c7c66',
    label: '#4f5730',
    shadeOpacity: 0.052,
  },
  border: { central: '#6d6d6d', edge: '#3f3f3f', other: '#888888', outer: '#5f5f5f', river: '#3f7290' },
  road: {
    highway: '#f6e6bd',
    highwayCasing: '#9b7b3d',
    open: '#8c6d33',
    major: '#ffffff',
    minor: '#ffffff',
    casing: '#b5b5b5',
    label: '#5c4c28',
  },
  rail: { ink: '#222222', gap: '#ffffff', metro: '#7f7799', label: '#222222' },
  label: {
    district: '#3d3d3d',
    neighbour: '#5f5f5f',
    place: '#444444',
    board: '#6a6a6a',
    halo: '#ffffff',
    feature: '#111111',
  },
  accent: '#a83420',
  hover: '#f6f6f6',
  dimOverlay: '#ffffff',
  unthemed: '#555555',
}

/** The palettes by name. */
export const palettes: { readonly [name in PaletteName]: Palette } = { light, dark, print }
