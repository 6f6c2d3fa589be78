/** What a writer says about an object; the rest is found out. */
export type ObjectFacts = Readonly<{
  name: string;
  contentType?: string | undefined;
  contentEncoding?: string | undefined;
  metadata?: Readonly<Record<string, string>> | undefined;
}>;

/** An object in the words of the JSON API: https://cloud.google.com/storage/docs/json_api/v1/objects#resource. Numbers of 64 bits are text. */
export type StoredObject = ObjectFacts &
  Readonly<{
    kind: 'storage#object';
    id: string;
    bucket: string;
    generation: string;
    metageneration: string;
    contentType: string;
    size: string;
    /** Base64; composite objects have none */
    md5Hash?: string;
    /** Base64 of the big-endian CRC32C */
    crc32c: string;
    componentCount?: number;
    storageClass: 'STANDARD';
    timeCreated: string;
    updated: string;
    etag: string;
  }>;

export type Precondition = Readonly<{ ifGeneration?: number | undefined }>;
