/**
 * Takes samples in turns (A, B, A, B …), so that whatever else the machine does falls on all
 * alike. One round before them warms up and is thrown away, unless a figure says that it need not.
 */
export async function interleave<Name extends string, Sample>(
  runs: number,
  takers: Record<Name, () => Promise<Sample>>,
  { warmUps = 1 }: { warmUps?: number } = {},
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(takers) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<
    Name,
    Sample[]
  >;
  for (let run = -warmUps; run < runs; run++) {
    for (const name of names) {
      const sample = await takers[name]();
      if (run >= 0) samples[name].push(sample);
    }
  }
  return samples;
}
