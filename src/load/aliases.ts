import type { TreeNode } from './tree.js';

/** Each alias with the node that it stands for: the last one of that name before it. */
export function resolveAliases(root: TreeNode): ReadonlyMap<TreeNode, TreeNode> {
  const named = new Map<string, TreeNode>();
  const resolved = new Map<TreeNode, TreeNode>();
  const visit = (node: TreeNode): void => {
    if (node.kind === 'alias') {
      const target = named.get(node.name);
      if (target !== undefined) resolved.set(node, target);
      return;
    }
    if (node.anchor !== undefined) named.set(node.anchor, node);
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      visit(key);
      visit(value);
    }
  };
  visit(root);
  return resolved;
}
