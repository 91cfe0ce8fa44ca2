import type { DutyRow } from '../handling/tracked-report.js';
import { defined } from '../report/defined.js';
import { savedFields } from './clear-fields.js';
import { parseStored } from './parse-stored.js';
import { ReportDocument } from './report-schema.js';

const DutyFields = ReportDocument.pick({
  _id: true,
  responder: true,
  responderSince: true,
  receivedAt: true,
  duties: true,
  noticesFrom: true,
  index: true,
});

/** A MongoDB projection: what is read of a document for a row, which is what its code covers. */
export const rowFields = {
  ...Object.fromEntries(savedFields.filter((field) => field !== 'sealed').map((field) => [field, 1])),
  mac: 1,
  'sealed.v': 1,
  'sealed.n': 1,
  'sealed.dk.kid': 1,
  'sealed.dk.n': 1,
} as const;

export function dutyRow(document: unknown, whose: ReadonlyMap<string, string>): DutyRow {
  const {
    _id: id,
    responder,
    responderSince,
    receivedAt,
    duties,
    noticesFrom,
    index,
  } = parseStored(DutyFields, document);
  const reporter = index.reporter === undefined ? undefined : whose.get(index.reporter);
  return {
    id,
    ...defined({ responder, responderSince }),
    receivedAt,
    duties,
    noticesFrom,
    ...defined({ reporter }),
  };
}
