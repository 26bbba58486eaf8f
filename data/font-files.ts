import { createRequire } from 'node:module'

const packaged = createRequire(import.meta.url)

/** The family name of `chineseFontFiles`. */
export const chineseFontFamily = 'Noto Sans SC'

/** The paths of two TTF files of a dev-dependency, with which pictures are drawn the same on every machine. */
export const chineseFontFiles = {
  regular: packaged.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: packaged.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const
