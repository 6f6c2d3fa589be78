/**
 * ZIP codes by their first three digits: state after the United States Postal Service's labelling list L002 ("3-Digit ZIP Code Prefix Matrix",
 * pe.usps.com), zones after 49 CFR part 71 (limits of the standard time zones) and 25 CFR 257 for the Navajo Nation. Both are works of the
 * federal government, in the public domain. Where a border between zones runs through the three digits, all of its zones are named: fewer
 * hours are allowed then, never more.
 */

const [eastern, central, mountain, pacific] = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'] as const;
const boise = 'America/Boise';
const phoenix = 'America/Phoenix';

/** [state, first, last, zones] */
type Area = readonly [state: string, first: number, last: number, ...zones: string[]];

// prettier-ignore
const areas: readonly Area[] = [
  ['NY', 5, 5, eastern], ['PR', 6, 7, 'America/Puerto_Rico'], ['VI', 8, 8, 'America/St_Thomas'], ['PR', 9, 9, 'America/Puerto_Rico'],
  ['MA', 10, 27, eastern], ['RI', 28, 29, eastern], ['NH', 30, 38, eastern], ['ME', 39, 49, eastern], ['VT', 50, 54, eastern],
  ['MA', 55, 55, eastern], ['VT', 56, 59, eastern], ['CT', 60, 69, eastern], ['NJ', 70, 89, eastern], ['NY', 100, 149, eastern],
  ['PA', 150, 196, eastern], ['DE', 197, 199, eastern], ['DC', 200, 200, eastern], ['VA', 201, 201, eastern], ['DC', 202, 205, eastern],
  ['MD', 206, 219, eastern], ['VA', 220, 246, eastern], ['WV', 247, 268, eastern], ['NC', 270, 289, eastern], ['SC', 290, 299, eastern],
  ['GA', 300, 319, eastern], ['FL', 320, 323, eastern], ['FL', 324, 324, central, eastern], ['FL', 325, 325, central],
  ['FL', 326, 339, eastern], ['FL', 341, 349, eastern], ['AL', 350, 369, central], ['TN', 370, 372, central],
  ['TN', 373, 373, central, eastern], ['TN', 374, 376, eastern], ['TN', 377, 378, central, eastern], ['TN', 379, 379, eastern],
  ['TN', 380, 385, central], ['MS', 386, 397, central], ['GA', 398, 399, eastern], ['KY', 400, 400, eastern],
  ['KY', 401, 401, central, eastern], ['KY', 402, 419, eastern], ['KY', 420, 424, central], ['KY', 425, 427, central, eastern],
  ['OH', 430, 459, eastern], ['IN', 460, 462, eastern], ['IN', 463, 464, central], ['IN', 465, 465, central, eastern],
  ['IN', 466, 468, eastern], ['IN', 469, 469, central, eastern], ['IN', 470, 474, eastern], ['IN', 475, 476, central, eastern],
  ['IN', 477, 477, central], ['IN', 478, 478, eastern], ['IN', 479, 479, central, eastern], ['MI', 480, 497, eastern],
  ['MI', 498, 499, central, eastern], ['IA', 500, 528, central], ['WI', 530, 549, central], ['MN', 550, 567, central],
  ['SD', 570, 574, central], ['SD', 575, 576, central, mountain], ['SD', 577, 577, mountain], ['ND', 580, 584, central],
  ['ND', 585, 586, central, mountain], ['ND', 587, 587, central], ['ND', 588, 588, central, mountain], ['MT', 590, 599, mountain],
  ['IL', 600, 629, central], ['MO', 630, 658, central], ['KS', 660, 676, central], ['KS', 677, 678, central, mountain],
  ['KS', 679, 679, central, mountain], ['NE', 680, 689, central], ['NE', 690, 692, central, mountain], ['NE', 693, 693, mountain],
  ['LA', 700, 714, central], ['AR', 716, 729, central], ['OK', 730, 732, central], ['TX', 733, 733, central], ['OK', 734, 749, central],
  ['TX', 750, 797, central], ['TX', 798, 798, central, mountain], ['TX', 799, 799, mountain], ['CO', 800, 816, mountain],
  ['WY', 820, 831, mountain], ['ID', 832, 834, boise], ['ID', 835, 835, boise, pacific], ['ID', 836, 837, boise], ['ID', 838, 838, pacific],
  ['UT', 840, 847, mountain], ['AZ', 850, 859, phoenix], ['AZ', 860, 860, mountain, phoenix], ['AZ', 863, 864, phoenix],
  ['AZ', 865, 865, mountain, phoenix], ['NM', 870, 884, mountain], ['TX', 885, 885, mountain], ['NV', 889, 897, pacific],
  ['NV', 898, 898, mountain, pacific], ['CA', 900, 908, pacific], ['CA', 910, 961, pacific], ['HI', 967, 968, 'Pacific/Honolulu'],
  ['GU', 969, 969, 'Pacific/Guam', 'Pacific/Kosrae', 'Pacific/Majuro', 'Pacific/Palau'], ['OR', 970, 978, pacific],
  ['OR', 979, 979, boise, pacific], ['WA', 980, 986, pacific], ['WA', 988, 994, pacific],
  ['AK', 995, 995, 'America/Adak', 'America/Anchorage'], ['AK', 996, 999, 'America/Anchorage'],
];

export type ZipArea = Readonly<{ state: string; zones: readonly string[] }>;

const byPrefix = new Map<string, ZipArea>(
  areas.flatMap(([state, first, last, ...zones]) =>
    Array.from({ length: last - first + 1 }, (_, n) => [String(first + n).padStart(3, '0'), { state, zones }] as const),
  ),
);

/** Places that share their three digits with another state or zone. */
const places: Readonly<Record<string, ZipArea>> = {
  '06390': { state: 'NY', zones: [eastern] },
  '96799': { state: 'AS', zones: ['Pacific/Pago_Pago'] },
  '96950': { state: 'MP', zones: ['Pacific/Saipan'] },
  '96951': { state: 'MP', zones: ['Pacific/Saipan'] },
  '96952': { state: 'MP', zones: ['Pacific/Saipan'] },
};

/**
 * Five digits, or nine with or without a dash, as people write them; a spreadsheet drops zeros at the front. Undefined for anything else, and
 * for what lies nowhere, like military mail.
 */
export const areaOfZip = (text: string): ZipArea | undefined => {
  const digits = /^(\d{3,5})(?:-\d{4}|-?)$/.exec(text)?.[1] ?? /^(\d{5})\d{4}$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const zip = digits.padStart(5, '0');
  return Object.hasOwn(places, zip) ? places[zip] : byPrefix.get(zip.slice(0, 3));
};
