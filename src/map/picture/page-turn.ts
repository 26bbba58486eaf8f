/** A page that is not seen has no frames. */
const longestTurnMilliseconds = 250

/** Returns once the page has answered what had come and has painted it: the second frame begins when the first has. */
export const pageTurn = () =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestTurnMilliseconds)
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          clearTimeout(timer)
          resolve()
        }),
      ),
    )
  })
