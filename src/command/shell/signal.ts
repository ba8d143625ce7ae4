/** The first SIGTERM or SIGINT; a second one ends the process as if nobody listened. */
export function signalled(): { readonly promise: Promise<void>; forget(): void } {
  let forget = () => {};
  const promise = new Promise<void>((resolve) => {
    const stop = () => {
      forget();
      resolve();
    };
    forget = () => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
  return { promise, forget: () => forget() };
}
