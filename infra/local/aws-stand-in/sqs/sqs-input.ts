import { AwsError } from '../call.ts';

/** The members of a JSON request, read one at a time. */
export interface Input {
  /** @throws AwsError MissingParameter, or InvalidParameterValue when it is no text */
  text(name: string): string;
  optionalText(name: string): string | undefined;
  /** @throws AwsError InvalidParameterValue unless it is a whole number between the bounds */
  wholeNumber(name: string, least: number, most: number): number | undefined;
  list(name: string): readonly Input[];
  texts(name: string): readonly string[];
  object(name: string): Readonly<Record<string, unknown>> | undefined;
}

/** @throws AwsError when the body is no JSON object */
export function parseInput(body: Buffer): Input {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new AwsError(400, 'SerializationException', 'The body is not JSON.');
  }
  return inputOf(value);
}

function inputOf(value: unknown): Input {
  if (!isRecord(value)) throw new AwsError(400, 'SerializationException', 'The body is not a JSON object.');
  const optionalText = (name: string) => {
    const member = value[name];
    if (member !== undefined && typeof member !== 'string') throw invalid(name, 'is not a string');
    return member;
  };
  return {
    text(name) {
      const member = optionalText(name);
      if (member === undefined) {
        throw new AwsError(400, 'MissingParameter', `The request must contain the parameter ${name}.`);
      }
      return member;
    },
    optionalText,
    wholeNumber(name, least, most) {
      const member = value[name];
      if (member === undefined) return undefined;
      if (typeof member === 'number' && Number.isInteger(member) && member >= least && member <= most) return member;
      throw invalid(name, `must be between ${least} and ${most}`);
    },
    list(name) {
      const member = value[name];
      return Array.isArray(member) ? member.map(inputOf) : [];
    },
    texts(name) {
      const member = value[name];
      return Array.isArray(member) ? member.filter((item) => typeof item === 'string') : [];
    },
    object(name) {
      const member = value[name];
      return isRecord(member) ? member : undefined;
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(name: string, problem: string): AwsError {
  return new AwsError(400, 'InvalidParameterValue', `Value for parameter ${name} is invalid. Reason: it ${problem}.`);
}
