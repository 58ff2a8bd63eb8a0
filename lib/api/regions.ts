import { isRecord, type Listed, parseList, UnreadableAnswer, type WireShape } from "./answer";
import { apiPath } from "./api-path";
import type { ApiClient } from "./client";
import { type Field, parseField } from "./field";
import { text } from "./wire-values";

/** Where a region's services answer. The addresses are text to show and copy, never to be opened. */
export interface Region {
  name: Field<string>;
  s3Url: Field<string>;
  iamUrl: Field<string>;
  stsUrl: Field<string>;
}

const REGION: WireShape<Region> = {
  name: ["name", (sent) => parseField(text, sent)],
  s3Url: ["s3_url", (sent) => parseField(text, sent)],
  iamUrl: ["iam_url", (sent) => parseField(text, sent)],
  stsUrl: ["sts_url", (sent) => parseField(text, sent)],
};

export function parseRegions(answer: unknown): Listed<Region> {
  if (!isRecord(answer)) throw new UnreadableAnswer("answer");
  return parseList(REGION, answer.regions, "regions");
}

/** The API's description asks for no key here, the vendor's text for one with every request: it is sent. */
export async function listRegions(
  client: ApiClient,
  signal?: AbortSignal,
): Promise<Listed<Region>> {
  const path = apiPath`/integration/regions/list`;
  return client.ask({ method: "GET", path }, parseRegions, signal);
}
