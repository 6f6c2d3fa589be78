import type { ErrorCodes } from '../conventions/error-codes.ts';

export const templateErrors: ErrorCodes = {
  template_unknown: {
    status: 404,
    title: 'There is no such template',
    words: 'No template of this company has this id, or this version.',
  },
  template_invalid: {
    status: 400,
    title: "This template can't be used",
    words: '"errors" says where and why, in a text with line and column.',
  },
  template_exists: {
    status: 409,
    title: 'There is a template of this name',
    words: 'One of each name, channel and language: revise that one, or take another name.',
  },
  template_retired: { status: 409, title: 'The template is retired', words: 'Make another one.' },
  template_versions_full: { status: 409, title: 'The template has too many versions', words: 'It has 200: make another one.' },
  template_not_taken: {
    status: 409,
    title: 'The campaign has no words of this template',
    words: 'Edit the campaign and name the template in a channel: after that newer versions can be taken over.',
  },
};
