/**
 * What map_data.txt does not know yet, or has wrong. Area codes that were laid over others since are those of the North American Numbering Plan
 * Administrator (nanpa.com, "NPA database"): new code → the code over whose area it lies.
 */
// prettier-ignore
export const overlays: Readonly<Record<string, string>> = {
  // United States
  227: '240', 235: '573', 274: '920', 324: '904', 326: '937', 327: '870', 329: '845', 350: '209', 353: '608', 357: '559', 363: '516',
  364: '270', 369: '707', 436: '440', 445: '215', 447: '217', 448: '850', 457: '318', 458: '541', 464: '708', 465: '718', 471: '662',
  472: '910', 557: '314', 572: '405', 582: '814', 621: '713', 624: '716', 628: '415', 640: '609', 645: '305', 656: '813', 659: '205',
  679: '313', 686: '804', 689: '407', 728: '561', 729: '423', 730: '618', 738: '213', 748: '970', 771: '202', 821: '864', 826: '540',
  835: '484', 837: '530', 839: '803', 840: '909', 861: '309', 924: '507', 930: '812', 943: '404', 945: '214', 948: '757', 975: '816',
  983: '303', 986: '208',
  // Canada
  263: '514', 354: '450', 367: '418', 368: '403', 382: '519', 387: '416', 428: '506', 437: '416', 468: '819', 474: '306', 584: '204',
  639: '306', 672: '250', 683: '705', 742: '905', 753: '613', 879: '709', 942: '416',
};

/** Areas and countries whose zones the file takes for others that kept the same clock once. By area code, or by + and the country's code. */
export const corrected: Readonly<Record<string, string>> = {
  // the areas around Phoenix and Tucson have none of the Navajo Nation, which alone of Arizona changes its clocks
  480: 'America/Phoenix',
  520: 'America/Phoenix',
  602: 'America/Phoenix',
  // Denver's clock and Boise's have been the same since 1974: one of them is enough
  208: 'America/Boise&America/Los_Angeles',
  775: 'America/Boise&America/Los_Angeles',
  907: 'America/Adak&America/Anchorage',
  // Saskatchewan does not change its clocks; Lloydminster, on Alberta's border, does
  306: 'America/Edmonton&America/Regina',
  709: 'America/Halifax&America/St_Johns',
  '+211': 'Africa/Juba',
  '+212': 'Africa/Casablanca',
  '+213': 'Africa/Algiers',
  '+218': 'Africa/Tripoli',
  '+231': 'Africa/Monrovia',
  '+245': 'Africa/Bissau',
  '+505': 'America/Managua',
  // Quintana Roo left the clocks of New York in 2015
  '+52': 'America/Cancun&America/Hermosillo&America/Mazatlan&America/Mexico_City&America/Tijuana',
  '+970': 'Asia/Gaza',
  '+61':
    'Australia/Adelaide&Australia/Brisbane&Australia/Darwin&Australia/Eucla&Australia/Lord_Howe&Australia/Perth&Australia/Sydney&Indian/Christmas&Indian/Cocos',
};
