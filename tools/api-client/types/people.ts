// Made by "npm run -s api:client" of a description with sha256 a361b9550658141eaa9f9c29b2cfd057d1a3580dd6eae922f85e09dd6b36ed16: never edited by hand.
export interface paths {
    "/v1/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All that you know of one contact point
         * @description Across campaigns and channels: what was sent, what came back, how it stands with consent, and which kept lists have it. The number or address goes in the body, so that it stands in no address and no log. What files and appointments have of the person is counted by `POST /v1/people/forget` with `dry_run`.
         *
         *     Scope: `people:read`
         */
        post: operations["searchPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget a person
         * @description Takes the person out of the log, the reports and the files, for good: rows with that contact point, whatever messages were made of them, conversations. What happened stays, with nobody in it; so does an opt-out, as a fingerprint, and the proof of what was said about messages, sealed. The whole log is looked through: where that takes longer than a request, `status` is `working`, and it goes on by itself, also after a failure of ours. Three days later what providers have reported late is taken too; until then the contact point is kept, sealed. Again after that: only what came since. With `dry_run` nothing changes: it tells what would go.
         *
         *     Scope: `people:manage`
         */
        post: operations["forgetPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Person: {
            /** @enum {string} */
            object: "person";
            to: string;
            consent: {
                standing: components["schemas"]["ConsentStanding"][];
                /** @description the newest 20; POST /v1/consents/search has all */
                ledger: components["schemas"]["ConsentEntry"][];
            };
            messages: {
                data: components["schemas"]["PersonMessage"][];
                /** @description the cursor of the next page, where there is one */
                next?: string;
            };
            replies: {
                data: components["schemas"]["PersonReply"][];
                /** @description the cursor of the next page, where there is one */
                next?: string;
            };
            /** @description Contacts of kept lists that have it in a cell; not for whoever sees some brands, since lists are of the whole company */
            lists?: {
                data: {
                    list: string;
                    contact: string;
                    row: number;
                }[];
                /** @description true: there may be more than stand here */
                is_partial: boolean;
            };
        };
        ConsentStanding: {
            family: components["schemas"]["ChannelFamily"];
            /** @description whether an opt-out stands: of all brands, or of those in `brands` */
            is_out: boolean;
            /** @description this person wants no messages of any sender here */
            is_out_everywhere: boolean;
            /** Format: date-time */
            until?: string;
            brands?: string[];
            /** @description brands that may send all the same */
            besides?: string[];
        };
        /**
         * @description Channels that share an opt-out: texts and pictures are both `sms`
         * @enum {string}
         */
        ChannelFamily: "sms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
        ConsentEntry: {
            /** @enum {string} */
            object: "consent_entry";
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "asked" | "given" | "withdrawn";
            family: components["schemas"]["ChannelFamily"];
            source: string;
            purpose?: components["schemas"]["Purpose"];
            scope?: string;
            /** @description asked, and said yes once more */
            is_double?: boolean;
            brand?: string;
            campaign?: string;
            message?: string;
            from?: string;
            word?: string;
            /** Format: date-time */
            until?: string;
            said?: string;
            shown?: string;
            proof?: string;
            recorded_by?: string;
        };
        /** @enum {string} */
        Purpose: "transactional" | "marketing";
        PersonMessage: {
            /**
             * @description a message's id
             * @example msg_h7k2m9qxw3np-0-1-sms-0
             */
            id: string;
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign: string;
            /** @description the packet that it came with */
            packet: string;
            row: number;
            from: string;
            /** Format: date-time */
            send_at: string;
            status: string;
            code?: string;
            detail?: string;
            body: string | null;
        };
        PersonReply: {
            id: string;
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            /** @description your number or page that it came to */
            to: string;
            /** Format: date-time */
            said_at: string;
            body: string | null;
            read_as?: string;
            waits_because?: string;
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign?: string;
            /**
             * @description a message's id
             * @example msg_h7k2m9qxw3np-0-1-sms-0
             */
            answers?: string;
            assignee?: string;
            /** Format: date-time */
            resolved_at?: string;
        };
        Problem: {
            /** @description a URL that says more */
            type: string;
            title: string;
            status: number;
            /** @description what to do next, for people; may change */
            detail: string;
            instance: string;
            /** @description stable: for programs */
            code: string;
            errors?: {
                pointer: string;
                code: string;
                detail: string;
                /** @description of a template */
                line?: number;
                column?: number;
            }[];
            request_id: string;
            doc_url: string;
        };
        PersonForgotten: {
            /** @enum {string} */
            object: "person_forgotten";
            /**
             * @description `working`: it goes on by itself; the same request again goes on at once, and tells how far it is
             * @enum {string}
             */
            status: "done" | "working";
            dry_run: boolean;
            /** @description rows of files and requests, with all messages that were made of them */
            rows: number;
            /** @description conversations, both sides */
            conversations: number;
            /** @description contacts of lists, trials */
            others: number;
            /** @description files that were removed, since their rows stand in the log */
            files: number;
            /** @description files that go when they are read, by themselves */
            files_being_read: number;
            /** @description rows of the reports that were emptied */
            table_rows: number;
            /** @description lines of the consent ledger: kept sealed for the five years that the law wants */
            proofs_kept: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    searchPeople: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "+12085550123"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A phone number, an e-mail address, or the id of a page’s visitor
                     * @example +12085550123
                     */
                    to: string;
                    /**
                     * @default sms
                     * @enum {string}
                     */
                    channel?: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                    /**
                     * @description of messages, of replies, and of contacts in lists
                     * @default 50
                     */
                    limit?: number;
                    /** @description `messages.next` of the page before */
                    messages_after?: string;
                    /** @description `replies.next` of the page before */
                    replies_after?: string;
                };
            };
        };
        responses: {
            /** @description The person */
            200: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "person",
                     *       "to": "+12085550123",
                     *       "consent": {
                     *         "standing": [
                     *           {
                     *             "family": "sms",
                     *             "is_out": false,
                     *             "is_out_everywhere": false
                     *           }
                     *         ],
                     *         "ledger": []
                     *       },
                     *       "messages": {
                     *         "data": [
                     *           {
                     *             "id": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *             "channel": "sms",
                     *             "campaign": "cmp_reminder",
                     *             "packet": "pkt_h7k2m9qxw3np",
                     *             "row": 1,
                     *             "from": "+12085550199",
                     *             "send_at": "2026-11-29T17:00:00.000Z",
                     *             "status": "delivered",
                     *             "body": "Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM."
                     *           }
                     *         ]
                     *       },
                     *       "replies": {
                     *         "data": []
                     *       },
                     *       "lists": {
                     *         "data": [
                     *           {
                     *             "list": "Winter",
                     *             "contact": "con_0_2",
                     *             "row": 2
                     *           }
                     *         ],
                     *         "is_partial": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `cursor_unknown`: There is no such page */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `brand_limited`: Not for somebody of some brands */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reports_away`: The reports do not answer */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "+12085550123",
                 *       "dry_run": true
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A phone number, an e-mail address, or the id of a page’s visitor
                     * @example +12085550123
                     */
                    to: string;
                    /**
                     * @default sms
                     * @enum {string}
                     */
                    channel?: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                    /** @default false */
                    dry_run?: boolean;
                };
            };
        };
        responses: {
            /** @description It is done, or it is told what would go */
            200: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "person_forgotten",
                     *       "status": "done",
                     *       "dry_run": true,
                     *       "rows": 3,
                     *       "conversations": 1,
                     *       "others": 0,
                     *       "files": 1,
                     *       "files_being_read": 0,
                     *       "table_rows": 0,
                     *       "proofs_kept": 2
                     *     }
                     */
                    "application/json": components["schemas"]["PersonForgotten"];
                };
            };
            /** @description It is not at its end, and goes on by itself */
            202: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonForgotten"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used */
            400: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_missing`: Who are you?; `session_over`: You are signed out */
            401: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `csrf_token_wrong`: This did not come from our own page; `brand_limited`: Not for somebody of some brands */
            403: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_slow`: The request did not come in time */
            408: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_flight`: The same request is being worked on; `rebuild_busy`: The reports are being made again */
            409: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large */
            413: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content_type_unsupported`: Not this kind of body */
            415: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used for another request */
            422: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side */
            500: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reports_away`: The reports do not answer */
            503: {
                headers: {
                    /** @description names this request: tell it whoever helps you */
                    "Request-Id"?: string;
                    /** @description the version that the answer is made for */
                    "Carillon-Version"?: string;
                    /** @description what is left of each window: `"minute";r=5990;t=31` */
                    RateLimit?: string;
                    /** @description the windows: `"minute";q=6000;w=60` */
                    "RateLimit-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
