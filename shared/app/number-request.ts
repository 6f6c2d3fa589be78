import type { Account } from '#domain/company/company.ts';
import { numberIdOf } from '#domain/registration/number-kind.ts';

/** What is asked of a number. `by`: who says so. */
export type NumberRequest = Readonly<{ number: string; companyId: string; by: string; account?: Account | undefined }>;

/** Which number of whose, as its stream has it. */
export const aboutNumber = ({ number, companyId }: Pick<NumberRequest, 'number' | 'companyId'>) => ({
  numberId: numberIdOf(number),
  companyId,
});
