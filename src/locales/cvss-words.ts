import type { baseMetrics, CvssVersion } from '../report/cvss-metrics.js';
import type { Rating } from '../report/severity.js';

type BaseMetric<V extends CvssVersion> = (typeof baseMetrics)[V][number];

/** The names of the base metrics and their values, and what is said of a vector that can't be read. */
export interface CvssWords {
  readonly rating: Readonly<Record<Rating, string>>;
  readonly metrics: {
    readonly [V in CvssVersion]: {
      readonly [M in BaseMetric<V> as M['name']]: Readonly<{
        name: string;
        values: Readonly<Record<M['values'][number], string>>;
      }>;
    };
  };
  /** A metric with its abbreviation. */
  named(name: string, metric: string): string;
  /** Score and rating on one line. */
  scored(score: string, rating: string, version: string): string;
  readonly notAVector: string;
  readonly noVersion: string;
  otherVersion(version: string): string;
  malformedPart(part: string): string;
  unknownMetric(metric: string, version: string): string;
  unknownValue(metric: string, value: string, expected: string): string;
  metricTwice(metric: string): string;
  missingMetrics(metrics: string, version: string): string;
}
