import type { ComponentChildren } from "preact";

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
  /** Beside the value: a way to change it. */
  readonly action?: ComponentChildren;
}

/** A list of names and what they are. */
export const Facts = ({ facts }: { facts: readonly (Fact | false | null)[] }) => (
  <dl class="balie-facts">
    {facts
      .filter((fact) => !!fact)
      .map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>
            <div>{fact.value}</div>
            {fact.action}
          </dd>
        </div>
      ))}
  </dl>
);
