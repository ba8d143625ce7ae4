import type { ZookeeperNode } from '../dump/dump.js';
import { isFields } from '../dump/shape.js';
import type { RegistryState } from '../model.js';
import { DubboTree } from '../services/dubbo-tree.js';
import type { StateOptions } from './client.js';
import { inParallel } from './parallel.js';
import type { ZookeeperSession } from './zookeeper-session.js';

/** Questions in flight at a time: the protocol answers in order over one connection, so more only cost memory. */
const mostQuestions = 256;
const servicesRoot = '/services';

/** What of a node is read: its children, its data, or neither (its name says all). */
type Rule = 'children' | 'data' | 'none';

/** A copy of the part of a ZooKeeper that says who provides what. */
export class ZookeeperMirror {
  #root: string;
  #children = new Map<string, readonly string[]>();
  #data = new Map<string, string>();
  /** Metadata of Dubbo 3, read where an instance names it; a revision never changes. */
  #metadata = new Map<string, string>();
  #tree: DubboTree;

  constructor(root: string) {
    this.#root = normal(root);
    this.#tree = treeOf(this.#root);
  }

  /** The services in it. */
  state(options: StateOptions): RegistryState {
    return this.#tree.state(options);
  }

  /** Empties the mirror, for a read of everything. */
  prepare(root: string): this {
    this.#root = normal(root);
    this.#children = new Map();
    this.#data = new Map();
    this.#tree = treeOf(this.#root);
    for (const [path, data] of this.#metadata) this.#tree.put(path, data);
    return this;
  }

  /** Reads everything. Raises `RegistryFailure`; the mirror then holds no whole. */
  async load(session: ZookeeperSession, watched: boolean): Promise<void> {
    for (const root of [this.#root, servicesRoot]) {
      await this.#loadTree(session, [root], watched);
      // A root that is not there yet has no watch on its children.
      if (watched && !this.#children.has(root)) await session.exists(root, true);
    }
    await this.#loadMetadata(session);
  }

  /** Reads again what watches named; whether anything is other than it was. */
  async refresh(session: ZookeeperSession, paths: ReadonlySet<string>): Promise<boolean> {
    let changed = false;
    for (const path of paths) {
      const rule = this.#rule(path);
      if (rule === 'data') {
        const data = await session.data(path, true);
        if (data === undefined) {
          changed = this.#data.delete(path) || changed;
          this.#tree.delete(path);
        } else {
          changed = this.#data.get(path) !== data || changed;
          this.#data.set(path, data);
          this.#tree.put(path, data);
        }
      } else if (rule === 'children') {
        changed = (await this.#refreshChildren(session, path)) || changed;
      }
    }
    if (changed) await this.#loadMetadata(session);
    return changed;
  }

  /** Whether nobody provides anything. */
  isEmpty(): boolean {
    for (const [path, names] of this.#children) if (path.endsWith('/providers') && names.length > 0) return false;
    for (const path of this.#data.keys()) if (path.startsWith(`${servicesRoot}/`)) return false;
    return true;
  }

  /** Parents before children, children in the order of the server. */
  *nodes(): Iterable<ZookeeperNode> {
    for (const root of [this.#root, servicesRoot]) if (this.#children.has(root)) yield* this.#below(root);
    for (const [path, data] of this.#metadata) yield { path, data };
  }

  *#below(path: string): Iterable<ZookeeperNode> {
    yield { path, data: this.#data.get(path) ?? '' };
    for (const name of this.#children.get(path) ?? []) yield* this.#below(`${path}/${name}`);
  }

  async #refreshChildren(session: ZookeeperSession, path: string): Promise<boolean> {
    const before = this.#children.get(path);
    const names = await session.children(path, true);
    if (names === undefined) {
      if (path === this.#root || path === servicesRoot) await session.exists(path, true);
      if (before === undefined) return false;
      this.#forget(path);
      return true;
    }
    this.#children.set(path, names);
    const old = new Set(before);
    const now = new Set(names);
    for (const name of old) if (!now.has(name)) this.#forget(`${path}/${name}`);
    for (const name of names) if (!old.has(name)) this.#tree.put(`${path}/${name}`, '');
    const added = names.filter((name) => !old.has(name)).map((name) => `${path}/${name}`);
    await this.#loadTree(session, added, true);
    return added.length > 0 || names.length !== old.size;
  }

  /** Reads these nodes and all below, a level at a time. */
  async #loadTree(session: ZookeeperSession, start: readonly string[], watched: boolean): Promise<void> {
    let level = start.filter((path) => this.#rule(path) !== 'none');
    while (level.length > 0) {
      const found = await inParallel(level, mostQuestions, async (path) => {
        if (this.#rule(path) === 'data') {
          const data = await session.data(path, watched);
          if (data !== undefined) {
            this.#data.set(path, data);
            this.#tree.put(path, data);
          }
          return [];
        }
        const names = await session.children(path, watched);
        if (names === undefined) return [];
        this.#children.set(path, names);
        this.#tree.put(path, '');
        // Nodes whose names say all are not asked for.
        for (const name of names) if (this.#rule(`${path}/${name}`) === 'none') this.#tree.put(`${path}/${name}`, '');
        return names.map((name) => `${path}/${name}`).filter((child) => this.#rule(child) !== 'none');
      });
      level = found.flat();
    }
  }

  #forget(path: string): void {
    this.#data.delete(path);
    this.#tree.delete(path);
    for (const name of this.#children.get(path) ?? []) this.#forget(`${path}/${name}`);
    this.#children.delete(path);
  }

  #rule(path: string): Rule {
    if (path === this.#root || path === servicesRoot) return 'children';
    if (path.startsWith(`${servicesRoot}/`))
      return path.split('/').length === 3 ? 'children' : path.split('/').length === 4 ? 'data' : 'none';
    if (!path.startsWith(`${this.#root}/`)) return 'none';
    const [node = '', folder, name] = path.slice(this.#root.length + 1).split('/');
    if (node === 'config' || node === 'metadata') return 'none';
    if (node === 'mapping') return folder === undefined ? 'children' : name === undefined ? 'data' : 'none';
    if (folder === undefined) return 'children';
    return (folder === 'providers' || folder === 'consumers') && name === undefined ? 'children' : 'none';
  }

  /** The metadata that instances by application need and that is not known yet. */
  async #loadMetadata(session: ZookeeperSession): Promise<void> {
    const wanted = new Map<string, string>();
    for (const [path, data] of this.#data) {
      if (!path.startsWith(`${servicesRoot}/`)) continue;
      const application = path.split('/')[2] ?? '';
      const revision = revisionOf(data);
      if (revision !== undefined) wanted.set(`${this.#root}/metadata/${application}/${revision}`, application);
    }
    const missing = [...wanted].filter(([path]) => !this.#metadata.has(path));
    await inParallel(missing, mostQuestions, async ([path, application]) => {
      const data = await session.data(path, false);
      if (data !== undefined) this.#know(path, data);
      else await this.#loadPublished(session, application);
    });
    for (const path of this.#metadata.keys()) {
      const isRevision = path.slice(this.#root.length).split('/').length === 4;
      if (!isRevision || wanted.has(path)) continue;
      this.#metadata.delete(path);
      this.#tree.delete(path);
    }
  }

  #know(path: string, data: string): void {
    this.#metadata.set(path, data);
    this.#tree.put(path, data);
  }

  /** What an application published interface by interface: the mapping says which ones to look at. */
  async #loadPublished(session: ZookeeperSession, application: string): Promise<void> {
    const mapping = `${this.#root}/mapping`;
    for (const named of this.#children.get(mapping) ?? []) {
      const applications = (this.#data.get(`${mapping}/${named}`) ?? '').split(',').map((each) => each.trim());
      if (!applications.includes(application)) continue;
      let level: readonly string[] = [`${this.#root}/metadata/${named}`];
      // At most: version, group, provider, application.
      for (let depth = 0; depth < 4 && level.length > 0; depth++) {
        const next: string[] = [];
        for (const path of level) {
          for (const name of (await session.children(path, false)) ?? []) {
            const child = `${path}/${name}`;
            if (!path.endsWith('/provider')) next.push(child);
            else if (name === application) {
              const data = await session.data(child, false);
              if (data !== undefined) this.#know(child, data);
            }
          }
        }
        level = next;
      }
    }
  }
}

function treeOf(root: string): DubboTree {
  return new DubboTree({ registry: 'zookeeper', root, servicesRoot });
}

function revisionOf(data: string): string | undefined {
  try {
    const value: unknown = JSON.parse(data);
    const payload = isFields(value) && isFields(value.payload) ? value.payload : {};
    const metadata = isFields(payload.metadata) ? payload.metadata : {};
    const revision = metadata['dubbo.metadata.revision'];
    return typeof revision === 'string' ? revision : undefined;
  } catch {
    return undefined;
  }
}

function normal(root: string): string {
  return `/${root.replace(/^\/+|\/+$/g, '')}`;
}
