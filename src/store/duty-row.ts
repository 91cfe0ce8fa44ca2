import type { DutyRow } from '../handling/tracked-report.js';
import { defined } from '../report/defined.js';
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
