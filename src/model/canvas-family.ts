/** The font families of everything that is drawn on a canvas rather than set by the page, first to last. */

/** The font families for text drawn on a canvas, in order of preference. */
export const canvasFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'
