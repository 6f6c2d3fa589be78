import assert from 'node:assert/strict';
import { textOf } from './hcl.ts';

type Index = Readonly<{
  collectionGroup: string;
  queryScope: string;
  fields: readonly Readonly<{ fieldPath: string; order?: string; arrayConfig?: string }>[];
}>;
type Override = Readonly<{
  collectionGroup: string;
  fieldPath: string;
  ttl?: boolean;
  indexes: readonly Readonly<{ order?: string; arrayConfig?: string; queryScope: string }>[];
}>;

const { indexes, fieldOverrides } = JSON.parse(textOf('firestore.indexes.json')) as {
  indexes: readonly Index[];
  fieldOverrides: readonly Override[];
};
const firebase = JSON.parse(textOf('firebase.json')) as { firestore: { rules: string; indexes: string } };
const has = (group: string, field: string): Override | undefined =>
  fieldOverrides.find(({ collectionGroup, fieldPath }) => collectionGroup === group && fieldPath === field);

/** Terraform's arguments for what the Firebase CLI reads; a field that is not there would be left out silently. */
const known = {
  index: ['collectionGroup', 'queryScope', 'fields', 'density'],
  override: ['collectionGroup', 'fieldPath', 'ttl', 'indexes'],
};

describe('firestore.indexes.json', () => {
  it('says nothing that terraform/firestore.tf would not deploy', () => {
    for (const index of indexes) {
      assert.deepEqual(
        Object.keys(index).filter((key) => !known.index.includes(key)),
        [],
      );
      for (const field of index.fields)
        assert.equal(Number(field.order !== undefined) + Number(field.arrayConfig !== undefined), 1, field.fieldPath);
    }
    for (const field of fieldOverrides)
      assert.deepEqual(
        Object.keys(field).filter((key) => !known.override.includes(key)),
        [],
      );
  });
  it('names each index and each field once', () => {
    const names = fieldOverrides.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`);
    assert.equal(new Set(names).size, names.length);
    const composites = indexes.map(({ collectionGroup, fields }) => JSON.stringify([collectionGroup, fields]));
    assert.equal(new Set(composites).size, composites.length);
  });
  it('stays below 200 exemptions, the limit of a database', () => assert.ok(fieldOverrides.length <= 200, String(fieldOverrides.length)));
  it('keeps what is sealed or large out of every index', () => {
    for (const field of ['blob', 'ids']) assert.deepEqual(has('commits', field)?.indexes, [], `commits.${field}`);
    for (const { collectionGroup } of fieldOverrides.filter(({ collectionGroup }) => collectionGroup !== 'commits'))
      assert.deepEqual(has(collectionGroup, '*')?.indexes, [], collectionGroup);
  });
  it('finds the records of a stream, forwards and backwards', () => {
    const orders = indexes
      .filter(
        ({ collectionGroup, fields }) =>
          collectionGroup === 'commits' && fields[0]?.fieldPath === 'streams' && fields[0].arrayConfig === 'CONTAINS',
      )
      .map(({ fields }) => fields[1]?.order);
    assert.deepEqual(new Set(orders), new Set(['ASCENDING', 'DESCENDING']));
  });
  it('lets documents whose time is over go, without an index on it', () => {
    const ttl = fieldOverrides.filter((field) => field.ttl === true);
    assert.ok(ttl.some(({ collectionGroup }) => collectionGroup === 'claims'));
    for (const { collectionGroup, indexes: kept } of ttl) assert.deepEqual(kept, [], collectionGroup);
  });
});

describe('the Firebase CLI', () => {
  it('deploys the rules and indexes that terraform deploys', () => {
    assert.deepEqual([firebase.firestore.rules, firebase.firestore.indexes], ['firestore.rules', 'firestore.indexes.json']);
    const text = textOf('terraform/firestore.tf');
    for (const file of ['firestore.rules', 'firestore.indexes.json']) assert.ok(text.includes(`file("\${path.module}/${file}")`), file);
  });
  it('deploys rules that turn every client away', () => {
    const allows = [...textOf('firestore.rules').matchAll(/allow ([^;]+);/g)].map(([, rule]) => rule!);
    assert.ok(allows.length > 0 && allows.every((rule) => rule.endsWith(': if false')), allows.join());
  });
});
