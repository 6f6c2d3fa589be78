/** Who sits at the command line, as his machine knows him: for the audit log of the house that carries a command out. */
export const operatorHeader = 'x-carillon-operator';

type Headers = Readonly<Record<string, string | undefined>>;

/** Undefined: nobody said so, or in no words. */
export const operatorIn = ({ [operatorHeader]: told }: Headers): string | undefined => {
  try {
    return told === undefined ? undefined : decodeURIComponent(told);
  } catch {
    return undefined;
  }
};
