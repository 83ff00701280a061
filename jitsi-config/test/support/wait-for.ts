/** A list that grows while the test runs; a test waits until it holds what it looks for, and never for time. */
export class Seen<Entry> {
  readonly entries: Entry[] = [];
  private readonly watchers = new Set<() => void>();

  add(entry: Entry): void {
    this.entries.push(entry);
    for (const watch of [...this.watchers]) watch();
  }

  /** The first entry, seen before or later, that fits. */
  async first(description: string, fits: (entry: Entry) => boolean, timeoutMs = 5000): Promise<Entry> {
    await this.until(description, (entries) => entries.some(fits), timeoutMs);
    return this.entries.find(fits)!;
  }

  until(description: string, isEnough: (entries: Entry[]) => boolean, timeoutMs = 5000): Promise<Entry[]> {
    return new Promise((resolve, reject) => {
      const watch = () => {
        if (!isEnough(this.entries)) return;
        clearTimeout(timer);
        this.watchers.delete(watch);
        resolve(this.entries);
      };
      const timer = setTimeout(() => {
        this.watchers.delete(watch);
        reject(new Error(`not seen: ${description}; seen: ${JSON.stringify(this.entries, null, 1)}`));
      }, timeoutMs);
      this.watchers.add(watch);
      watch();
    });
  }
}
