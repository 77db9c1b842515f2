/**
 * The control of the portal's page that comes next on the way: by what the portal calls it (facts/entra.md §3.2, §13), and
 * by our own control where one stands there. One that stands there twice is not pointed at.
 */
import type { PortalGoal } from '../messages/answers';
import { controlsNamed, isDisabled } from '../page/controls';
import { readField } from '../page/fill';
import { isShown } from '../page/find';
import { FAR_ITEMS, queryNear } from '../page/near';
import { hostsOf } from '../page/press';
import { textOf } from '../page/tree';
import { findAddSecretPane } from './add-secret-pane';
import { findRegisterForm } from './register-form';
import type { OurPage } from './routes';

/** A control, and what it is called on the page; our own say themselves what they do. */
export interface NextOnPage {
  readonly element: Element;
  readonly says?: string;
}

const words = {
  register: ['Register', 'Registrieren', "S'inscrire", 'Inscrire', 'Registrar', '登録', '注册'],
  add: ['Add', 'Ajouter', 'Agregar', 'Adicionar', '追加', '添加'],
  secrets: [
    'Certificates & secrets',
    'Zertifikate & Geheimnisse',
    'Certificats et secrets',
    'Certificados y secretos',
    'Certificados e segredos',
    '証明書とシークレット',
    '证书和密码',
  ],
  /** The group of the left menu that may hide it (facts/entra.md §3.2). */
  manage: ['Manage'],
  newSecret: [
    'New client secret',
    'Neuer geheimer Clientschlüssel',
    'Neuer geheimer Client-Schlüssel',
    'Nouveau secret client',
    'Nuevo secreto de cliente',
    'Novo segredo do cliente',
    '新しいクライアント シークレット',
    '新客户端密码',
  ],
} as const;

/** The left menu's node, in any language (facts/entra.md §13). */
const SECRETS_NODE = '[data-telemetryname="Menu-Credentials"]';

/** @param kind the page that the address names */
export function nextOnPage(
  document: Document,
  kind: OurPage['kind'],
  goal: PortalGoal,
): NextOnPage | undefined {
  switch (kind) {
    case 'register':
      return goal === 'register' ? inRegisterForm(document) : undefined;
    case 'overview':
      return goal === 'clientId' ? ours(document, 'client-id') : secretsEntry(document, goal);
    case 'authentication':
      return secretsEntry(document, goal);
    case 'secrets':
      return goal === 'secret' ? onSecrets(document) : undefined;
    default:
      return kind satisfies never;
  }
}

/** First *Fill*, then *Register* once nothing is left to choose. */
function inRegisterForm(document: Document): NextOnPage | undefined {
  const form = findRegisterForm(document);
  if (!form?.name) return undefined;
  if (readField(form.name) === '') return ours(document, 'fill-register');
  const isReady = form.redirectUri && form.platform.kind === 'web' && readField(form.redirectUri) !== '';
  return isReady ? named(document, words.register) : undefined;
}

/** A value that can be read, else the pane, else what opens it. */
function onSecrets(document: Document): NextOnPage | undefined {
  const pane = findAddSecretPane(document);
  if (pane) {
    if (readField(pane.description) === '') return ours(document, 'fill-secret');
    if (pane.is24Months) return named(document, words.add);
    return { element: pane.expires.element, says: pane.expires.name || pane.expires.text };
  }
  return ours(document, 'secret:') ?? named(document, words.newSecret);
}

function secretsEntry(document: Document, goal: PortalGoal): NextOnPage | undefined {
  if (goal !== 'secret') return undefined;
  const [node, ...others] = queryNear(document, SECRETS_NODE).filter(isShown);
  if (node && others.length === 0) return { element: node, says: textOf(node) };
  return named(document, words.secrets) ?? named(document, words.manage);
}

function named(document: Document, names: readonly string[]): NextOnPage | undefined {
  const [control, ...others] = controlsNamed(document, names, FAR_ITEMS);
  if (!control || others.length > 0 || isDisabled(control.element)) return undefined;
  return { element: control.seen, says: textOf(control.element) || (names[0] ?? '') };
}

/** Our own control, if it stands in the page and there is one such only. */
function ours(document: Document, key: string): NextOnPage | undefined {
  const [host, ...others] = hostsOf(document, key).filter((each) => each.isConnected);
  return host && others.length === 0 ? { element: host } : undefined;
}
