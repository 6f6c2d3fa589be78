import { Refusal } from '../kernel/refusal.ts';
import { tellProblems, type Problem } from './definition-words.ts';

/** A campaign that can't be used: all that is wrong with it, in one text and one by one. */
export class CampaignInvalid extends Refusal {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('campaign_invalid', tellProblems(problems));
    this.name = 'CampaignInvalid';
    this.problems = problems;
  }
}
