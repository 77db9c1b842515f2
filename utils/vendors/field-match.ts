/** Which field of a connection a text field is, by the vendor profile. */
import { labelTextsOf, namesOf, type TextField, wordsOf } from '../page/find';
import type { FieldId, VendorProfile } from './profile';

export const fieldIds: readonly FieldId[] = ['connectionName', 'directoryDomain', 'clientId', 'secretValue'];

export interface NamedField {
  readonly field: TextField;
  /** Everything the page calls the field: labels and names. */
  readonly texts: readonly string[];
}

/** A text field of the page that asks for a value of the connection. */
export interface MatchedField extends NamedField {
  readonly id: FieldId;
  /** The field's label as the page shows it; its markup name where it has none. */
  readonly label: string;
}

export const nameField = (field: TextField): NamedField => ({
  field,
  texts: [...labelTextsOf(field), ...namesOf(field)],
});

/**
 * Matches by label first. Names in the markup decide where the label says nothing known (another language). Where label
 * and names point to different fields the field is not ours to fill.
 */
export function matchField(field: TextField, profile: VendorProfile): MatchedField | undefined {
  const names = namesOf(field);
  const labels = labelTextsOf(field);
  const known = knownWordsOf(profile);
  const says = (label: string, id: FieldId) =>
    comparable(label).some((words) => known[id].some((one) => isSameLabel(words, one)));
  const byLabel = fieldIds.filter((id) => labels.some((label) => says(label, id)));
  const byName = fieldIds.filter((id) =>
    names.some((name) => profile.fields[id].names.some((pattern) => pattern.test(name))),
  );
  const id = agreed(byLabel, byName);
  if (!id) return undefined;
  // A heading in front of the form is among the labels of its first field; what told the field is what it is called.
  const label = labels.find((each) => says(each, id)) ?? labels[0] ?? names[0] ?? '';
  return { id, field, label, texts: [...labels, ...names] };
}

/** The words of a profile's labels, worked out once. */
const knownWords = new WeakMap<VendorProfile, Readonly<Record<FieldId, readonly string[]>>>();

function knownWordsOf(profile: VendorProfile): Readonly<Record<FieldId, readonly string[]>> {
  const found = knownWords.get(profile);
  if (found) return found;
  const words = (id: FieldId) => profile.fields[id].labels.map(wordsOf);
  const made = {
    connectionName: words('connectionName'),
    directoryDomain: words('directoryDomain'),
    clientId: words('clientId'),
    secretValue: words('secretValue'),
  };
  knownWords.set(profile, made);
  return made;
}

function agreed(byLabel: readonly FieldId[], byName: readonly FieldId[]): FieldId | undefined {
  if (byLabel.length === 0) return byName.length === 1 ? byName[0] : undefined;
  if (byName.length === 0) return byLabel.length === 1 ? byLabel[0] : undefined;
  const both = byLabel.filter((id) => byName.includes(id));
  return both.length === 1 ? both[0] : undefined;
}

/** Words that make another thing of a label: *Client secret ID*, *Client secret expiry*. */
const OTHER_THING = /^(?:id|key|expir\w*|description|hint|name|type)$/;
const MOST_WORDS_AROUND = 3;

/** A label as words, with and without what stands in brackets at its end: *Client ID (from Entra)*. */
function comparable(label: string): string[] {
  const all = wordsOf(label);
  const bare = wordsOf(label.replace(/\s*[([{（][^)\]}）]*[)\]}）]\s*\*?$/u, ''));
  return bare === all ? [all] : [bare, all];
}

/**
 * Whether two labels are the same words or, for known labels of several words, those with up to three others around
 * them: *Application client secret*.
 */
function isSameLabel(label: string, known: string): boolean {
  if (label === known) return true;
  if (!known.includes(' ')) return false;
  const at = ` ${label} `.indexOf(` ${known} `);
  if (at < 0) return false;
  const around = ` ${label} `.replace(` ${known} `, ' ').trim().split(' ').filter(Boolean);
  return around.length <= MOST_WORDS_AROUND && !around.some((word) => OTHER_THING.test(word));
}
