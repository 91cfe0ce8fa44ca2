export function load(
  sent: Readonly<{
    port: number;
    secret: string;
    people: Readonly<{ team: string; user: string }>;
    count: number;
    connections: number;
    name: string;
  }>,
): Promise<Readonly<{ taken: readonly number[]; unsure: number }>>;
