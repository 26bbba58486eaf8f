/** The font families for text drawn on a canvas, in order of preference. */
export const canvasFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
