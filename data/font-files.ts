import { createRequire } from 'node:module'

const packaged = createRequire(import.meta.url)

/** The family that `chineseFontFiles` declare. */
export const chineseFontFamily = 'Noto Sans SC'

/** Paths of the two TTF files, from a dev-dependency, that pictures are drawn with on a machine without any font. */
export const chineseFontFiles = {
  regular: packaged.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: packaged.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const
