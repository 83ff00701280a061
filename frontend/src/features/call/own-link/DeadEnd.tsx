import { Heading } from "../../../ui/Heading.js";

interface DeadEndProps {
  readonly of: string;
  readonly title: string;
  readonly text: string;
}

/** A link leads no further: why, and what to do. */
export const DeadEnd = ({ of, title, text }: DeadEndProps) => (
  <>
    <Heading of={of}>{title}</Heading>
    <p>{text}</p>
  </>
);
