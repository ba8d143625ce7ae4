const readable = /\.(ya?ml|json)$/i;

/**
 * Calls `run` once and again after every change below `paths`; changes that come while it runs, or within `quietMs`
 * milliseconds of each other, make one run. Never settles; the process ends by a signal.
 */
export async function watchInputs(
  paths: readonly string[],
  run: (changed: readonly string[]) => Promise<void>,
  quietMs = 100,
): Promise<never> {
  const { watch } = await import('chokidar');
  const changed = new Set<string>();
  let running = true;
  let timer: NodeJS.Timeout | undefined;

  const go = async (): Promise<void> => {
    running = true;
    const names = [...changed].sort();
    changed.clear();
    await run(names);
    running = false;
    if (changed.size > 0) schedule();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void go(), quietMs);
  };

  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !paths.includes(path) && !readable.test(path),
  });
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    changed.add(path);
    if (!running) schedule();
  });
  await new Promise<void>((resolve) => {
    watcher.on('ready', resolve);
  });
  await go();
  return new Promise<never>(() => undefined);
}
