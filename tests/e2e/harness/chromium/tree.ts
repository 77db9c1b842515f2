/** Chromium's accessibility tree over all frames of a target, as one list. */
import type { AccessibleNode, State } from '../accessible';
import type { Send, TargetInfo, TargetSession, Targets } from './cdp';

declare const anySend: Send;
type AxNode = Awaited<ReturnType<typeof anySend<'Accessibility.getFullAXTree'>>>['nodes'][number];
type FrameTree = Awaited<ReturnType<typeof anySend<'Page.getFrameTree'>>>['frameTree'];

/** Where a node lives, for the calls that act on it. */
export interface Handle {
  /** The process that draws it. */
  readonly session: TargetSession;
  readonly frameId: string;
  readonly backendNodeId: number;
  /** Frame elements around the drawing process, innermost first: their offsets add up. */
  readonly owners: readonly { session: TargetSession; backendNodeId: number }[];
}

export interface Tree {
  nodes: AccessibleNode[];
  handles: WeakMap<AccessibleNode, Handle>;
}

const ROLES: Readonly<Record<string, string>> = {
  StaticText: 'text',
  RootWebArea: 'document',
  Iframe: 'iframe',
  image: 'img',
};

/** Parts of text that repeat their parent. */
const SKIPPED = new Set(['InlineTextBox']);

interface Writable {
  role: string;
  name: string;
  text: string;
  value: string;
  description: string;
  states: Set<State>;
  parent: AccessibleNode | undefined;
}

const word = (value: { value?: unknown } | undefined) =>
  typeof value?.value === 'string' ? value.value : '';

function statesOf(node: AxNode): Set<State> {
  const states = new Set<State>();
  for (const { name, value } of node.properties ?? []) {
    const on = value.value === true || value.value === 'true' || value.value === 'mixed';
    if (name === 'editable') states.add('editable');
    else if (name === 'invalid' && value.value !== 'false') states.add('invalid');
    else if (
      on &&
      (name === 'disabled' ||
        name === 'checked' ||
        name === 'expanded' ||
        name === 'focused' ||
        name === 'selected' ||
        name === 'required' ||
        name === 'pressed')
    ) {
      states.add(name);
    }
  }
  return states;
}

/** The option that a focused drop-down stands on: assistive technology hears it as focused. */
function activeOf(node: AxNode): number | undefined {
  const isFocused = node.properties?.some(({ name, value }) => name === 'focused' && value.value === true);
  const active = node.properties?.find(({ name }) => name === 'activedescendant');
  return isFocused ? active?.value.relatedNodes?.[0]?.backendDOMNodeId : undefined;
}

/** Text inside a node: neighbours under one parent belong together, everything else is a word apart. */
function textOf(node: AxNode, byId: ReadonlyMap<string, AxNode>): string {
  let text = '';
  let last: AxNode | undefined;
  const walk = (current: AxNode) => {
    if (word(current.role) === 'StaticText') {
      text += `${last === undefined || last.parentId === current.parentId ? '' : ' '}${word(current.name)}`;
      last = current;
      return;
    }
    for (const id of current.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child);
    }
  };
  walk(node);
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:!?])/g, '')
    .trim();
}

interface Frame {
  session: TargetSession;
  frameId: string;
  owners: Handle['owners'];
  parent: AccessibleNode | undefined;
}

/** Reads a target's own frames and, through sessions of their own, those that another process draws. */
export async function readTree(targets: Targets, session: TargetSession): Promise<Tree> {
  const tree: Tree = { nodes: [], handles: new WeakMap() };
  const remote = (await targets.list()).filter((target) => target.type === 'iframe');
  await readProcess(targets, remote, tree, {
    session,
    frameId: session.targetId,
    owners: [],
    parent: undefined,
  });
  return tree;
}

async function readProcess(
  targets: Targets,
  remote: readonly TargetInfo[],
  tree: Tree,
  root: Frame,
): Promise<void> {
  const { frameTree } = await root.session.send('Page.getFrameTree');
  await readFrame(targets, remote, tree, root, frameTree);
}

async function readFrame(
  targets: Targets,
  remote: readonly TargetInfo[],
  tree: Tree,
  frame: Frame,
  frameTree: FrameTree,
): Promise<void> {
  const ownId = frameTree.frame.id;
  const { nodes } = await frame.session.send('Accessibility.getFullAXTree', { frameId: ownId });
  const made = addNodes(tree, nodes, { ...frame, frameId: ownId });

  for (const child of frameTree.childFrames ?? []) {
    const owner = await ownerOf(frame.session, child.frame.id, made);
    if (owner) await readFrame(targets, remote, tree, { ...frame, parent: owner.node }, child);
  }
  for (const target of remote.filter((candidate) => candidate.parentFrameId === ownId)) {
    const owner = await ownerOf(frame.session, target.targetId, made);
    if (!owner) continue;
    const session = await targets.session(target.targetId);
    const owners = [{ session: frame.session, backendNodeId: owner.backendNodeId }, ...frame.owners];
    await readProcess(targets, remote, tree, {
      session,
      frameId: target.targetId,
      owners,
      parent: owner.node,
    });
  }
}

/** The frame element of a child frame, where it is exposed; a hidden frame has none, and its content is not read. */
async function ownerOf(session: TargetSession, frameId: string, made: ReadonlyMap<number, AccessibleNode>) {
  const { backendNodeId } = await session.send('DOM.getFrameOwner', { frameId });
  const node = made.get(backendNodeId);
  return node && { node, backendNodeId };
}

/** Adds one document's nodes in reading order; returns them by their DOM node. */
function addNodes(tree: Tree, nodes: readonly AxNode[], frame: Frame): Map<number, AccessibleNode> {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const made = new Map<number, AccessibleNode>();
  const active = new Set(nodes.map(activeOf));
  const walk = (node: AxNode, parent: AccessibleNode | undefined) => {
    let around = parent;
    const role = word(node.role);
    if (!node.ignored && !SKIPPED.has(role)) {
      const writable: Writable = {
        role: ROLES[role] ?? role,
        name: word(node.name),
        text: textOf(node, byId),
        value: String(node.value?.value ?? ''),
        description: word(node.description),
        states: statesOf(node),
        parent,
      };
      around = writable;
      tree.nodes.push(writable);
      if (node.backendDOMNodeId !== undefined) {
        if (active.has(node.backendDOMNodeId)) writable.states.add('focused');
        made.set(node.backendDOMNodeId, writable);
        tree.handles.set(writable, { ...frame, backendNodeId: node.backendDOMNodeId });
      }
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, around);
    }
  };
  const root = nodes.find((node) => node.parentId === undefined);
  if (root) walk(root, frame.parent);
  return made;
}
