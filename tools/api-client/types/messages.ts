// Made by "npm run -s api:client" of a description with sha256 217cdf6f17b57eb5db750a81051afd70f0c0e10ab32b2db8044466b17f6ab592: never edited by hand.
export interface paths {
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of the company
         * @description The newest first, unless `sort` says otherwise. From the reporting tables, some seconds behind: `GET /v1/messages/{id}` has the very moment and all that was said about one. Filters go together. Messages to one person: `POST /v1/people/search`, so that no number stands in an address.
         *
         *     Scope: `messages:read`
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send one message now
         * @description The message is made by an active campaign: its text, its channels (one message for each), its limits. It leaves within a second, or when the campaign's window opens (`send_at`).
         *
         *     Scope: `messages:send`
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send up to 1000 messages now
         * @description Each message has results of its own, by its place in the request (`row`, counted from 1) and with your `reference`: some may be rejected or skipped while the others leave.
         *
         *     Scope: `messages:send`
         */
        post: operations["sendMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message, and what became of it
         * @description Read from the log itself, so it is true this very moment. `receipts` are all that was said about it, in the order in which it was.
         *
         *     Scope: `messages:read`
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call off a message that was not sent yet
         * @description One that waits for its hour or its turn. Doing it twice changes nothing; what has left can not be called back (409). What it was about may be sent again.
         *
         *     Scope: `messages:send`
         */
        post: operations["cancelMessage"];
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
        MessageRequest: {
            /** @enum {string} */
            object: "message_request";
            /** @description the packet in which its messages lie; requests of one message each share one when they come in the same moment */
            id: string;
            campaign: string;
            /** @enum {string} */
            mode: "live" | "test" | "team";
            results: components["schemas"]["SendResult"][];
            /** @description messages that wait for `starts_at`, or that the campaign has not taken because it was paused in the same moment */
            waiting: number;
            /** Format: date-time */
            starts_at?: string;
        };
        SendResult: {
            /** @description the place in the request, counted from 1 */
            row: number;
            /** @description your own name for it, as you sent it */
            reference?: string;
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            /**
             * @description `rejected`: can not be sent; `skipped`: must not be sent
             * @enum {string}
             */
            outcome: "queued" | "rejected" | "skipped";
            /**
             * @description a message's id
             * @example msg_h7k2m9qxw3np-0-1-sms-0
             */
            message?: string;
            /**
             * Format: date-time
             * @description now, or when the campaign's window opens
             */
            send_at?: string;
            code?: string;
            /** @description the code in plain words */
            detail?: string;
            field?: string;
            /** @description the message that told it already */
            duplicate_of?: string;
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
        Message: {
            /** @enum {string} */
            object: "message";
            /**
             * @description a message's id
             * @example msg_h7k2m9qxw3np-0-1-sms-0
             */
            id: string;
            /** @description the packet that it came with: its id; with `expand=packet` the whole */
            packet: string | components["schemas"]["Packet"];
            /** @description its id; with `expand=campaign` its summary */
            campaign: string | components["schemas"]["CampaignSummary"];
            row: number;
            /** @description your own name for it, as you sent it, or as the column `reference` of its file has it */
            reference?: string;
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            status: components["schemas"]["MessageStatus"];
            /** @description why it came to that */
            code?: string;
            detail?: string;
            from: string;
            /** @description null when the person was forgotten */
            to: string | null;
            /** @description null when the person was forgotten */
            body: string | null;
            segments: number;
            price?: string;
            currency?: string;
            /** Format: date-time */
            queued_at: string;
            /** Format: date-time */
            send_at: string;
            /** Format: date-time */
            valid_until?: string;
            receipts: components["schemas"]["Receipt"][];
        };
        Packet: {
            /** @enum {string} */
            object: "packet";
            /**
             * @description a packet's id
             * @example pkt_h7k2m9qxw3np
             */
            id: string;
            /** @description its id; with `expand=campaign` its summary */
            campaign: string | components["schemas"]["CampaignSummary"];
            /**
             * @description `held`: a full list lacks so much of the one before that somebody has to confirm it; `failed`: `failure` says why
             * @enum {string}
             */
            status: "accepted" | "loading" | "loaded" | "held" | "failed";
            /**
             * @description what its rows came with
             * @enum {string}
             */
            source: "file" | "request" | "list";
            /** @description the file's or the list's; null when its people were forgotten */
            name: string | null;
            bytes?: number;
            md5?: string;
            /** @description rows that were read so far */
            rows: number;
            /**
             * @description the packet whose rejected rows it brings again
             * @example pkt_h7k2m9qxw3np
             */
            corrects?: string;
            /**
             * Format: date-time
             * @description no message of it leaves before
             */
            starts_at?: string;
            /** @description it says all that there is: what vanished since the list before is canceled */
            full_list?: {
                vanished?: number;
                relisted?: number;
            };
            failure?: {
                code: string;
                detail?: string;
            };
            /** @description what was understood of the file */
            format?: {
                [key: string]: string | number;
            };
            /** @description what was mended or left out while reading, and rows that name a location nobody knows (`location_invalid`), by code */
            notes?: {
                [key: string]: number;
            };
            /** @description of its header */
            columns?: string[];
            /** @description field → column, where its source has names of its own */
            mapping?: {
                [key: string]: string;
            };
            /** Format: date-time */
            accepted_at?: string;
            accepted_by?: string;
            /** Format: date-time */
            loaded_at?: string;
            /** Format: date-time */
            failed_at?: string;
        };
        CampaignSummary: {
            /** @enum {string} */
            object: "campaign_summary";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            id: string;
            name: string;
            status: components["schemas"]["CampaignStatus"];
            version: number;
            approved_version: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            changed_at: string;
        };
        /**
         * @description `draft`: nobody has approved a version yet; `ready`: approved, sends nothing yet; `active`: sends; `paused`: keeps what waits; `archived`: ended
         * @enum {string}
         */
        CampaignStatus: "draft" | "ready" | "active" | "paused" | "archived";
        /** @enum {string} */
        MessageStatus: "queued" | "sending" | "in_doubt" | "sent" | "delivered" | "undelivered" | "failed" | "expired" | "canceled" | "read";
        /** @description Something that was said about the message: by us, or by the provider */
        Receipt: {
            /** Format: date-time */
            at: string;
            status: components["schemas"]["MessageStatus"];
            code?: string;
            detail?: string;
            provider?: string;
            provider_reference?: string;
        };
        MessageList: {
            /** @enum {string} */
            object: "list";
            /** @description The newest first, unless the list says otherwise */
            data: components["schemas"]["ListedMessage"][];
            /** @description whether there are more in the direction that was asked for */
            has_more: boolean;
            url: string;
        };
        ListedMessage: {
            /** @enum {string} */
            object: "message";
            /**
             * @description a message's id
             * @example msg_h7k2m9qxw3np-0-1-sms-0
             */
            id: string;
            /** @description the packet that it came with: its id; with `expand=packet` the whole */
            packet: string | components["schemas"]["Packet"];
            /** @description its id; with `expand=campaign` its summary */
            campaign: string | components["schemas"]["CampaignSummary"];
            row: number;
            /** @description your own name for it, as you sent it, or as the column `reference` of its file has it */
            reference?: string;
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            status: components["schemas"]["MessageStatus"];
            /** @description why it came to that */
            code?: string;
            detail?: string;
            from: string;
            /** @description null when the person was forgotten */
            to: string | null;
            /** @description null when the person was forgotten */
            body: string | null;
            segments: number;
            price?: string;
            currency?: string;
            /** Format: date-time */
            queued_at: string;
            /** Format: date-time */
            send_at: string;
            /** Format: date-time */
            valid_until?: string;
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
    listMessages: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description a campaign's id */
                campaign?: string;
                /** @description those of it */
                packet?: string;
                /** @description Your own name for them, exactly as you sent it: an id of yours, and not a phone, since it stands in the address */
                reference?: string;
                status?: components["schemas"]["MessageStatus"];
                channel?: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                /** @description queued from this moment on */
                queued_since?: string;
                /** @description up to this moment, which is left out */
                queued_until?: string;
                /** @description By which field; with a minus sign the last comes first */
                sort?: "queued_at" | "-queued_at";
                /** @description Shown whole instead of by id: campaign, packet */
                expand?: ("campaign" | "packet")[];
                /** @description The last id of the page before this one */
                starting_after?: string;
                /** @description The first id of the page behind this one */
                ending_before?: string;
            };
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
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
                     *       "object": "list",
                     *       "data": [
                     *         {
                     *           "object": "message",
                     *           "id": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *           "packet": "pkt_h7k2m9qxw3np",
                     *           "campaign": "cmp_reminder",
                     *           "row": 1,
                     *           "reference": "visit-8841",
                     *           "channel": "sms",
                     *           "status": "delivered",
                     *           "from": "+12085550199",
                     *           "to": "+12085550123",
                     *           "body": "Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM.",
                     *           "segments": 1,
                     *           "queued_at": "2026-11-29T17:00:00.000Z",
                     *           "send_at": "2026-11-29T17:00:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/messages"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `cursor_unknown`: There is no such page; `version_unknown`: There is no such version */
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `brand_limited`: Not for somebody of some brands */
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
    sendMessage: {
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
                 *       "campaign": "cmp_reminder",
                 *       "fields": {
                 *         "phone": "+12085550123",
                 *         "firstName": "Ana",
                 *         "practitioner": "Dr. Prado",
                 *         "appointmentDate": "2026-12-01",
                 *         "appointmentTime": "10:00"
                 *       },
                 *       "reference": "visit-8841"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description An active campaign: its texts, channels, hours and limits are used
                     * @example cmp_reminder
                     */
                    campaign: string;
                    /**
                     * @description The campaign's fields, or the columns of its files, and what stands in them for this person: who it goes to among them
                     * @example {
                     *       "phone": "+12085550123",
                     *       "firstName": "Ana",
                     *       "practitioner": "Dr. Prado",
                     *       "appointmentDate": "2026-12-01",
                     *       "appointmentTime": "10:00"
                     *     }
                     */
                    fields: {
                        [key: string]: string | number | boolean | null;
                    };
                    /**
                     * @description Your own name for it (an id of yours): echoed in answers and webhooks
                     * @example visit-8841
                     */
                    reference?: string;
                    /**
                     * Format: date-time
                     * @description Deliver from then on, within the hours of the campaign; left out, or over: now. The answer has no results then: `GET /v1/scheduled_messages/{id}` shows, moves and calls off what waits.
                     * @example 2026-12-01T15:00:00Z
                     */
                    starts_at?: string;
                };
            };
        };
        responses: {
            /** @description What became of it, one result for each channel */
            201: {
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
                     *       "object": "message_request",
                     *       "id": "pkt_h7k2m9qxw3np",
                     *       "campaign": "cmp_reminder",
                     *       "mode": "live",
                     *       "results": [
                     *         {
                     *           "row": 1,
                     *           "reference": "visit-8841",
                     *           "channel": "sms",
                     *           "outcome": "queued",
                     *           "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *           "send_at": "2026-11-29T17:00:00.000Z"
                     *         }
                     *       ],
                     *       "waiting": 0
                     *     }
                     */
                    "application/json": components["schemas"]["MessageRequest"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing; `row_empty`: A message says nothing; `too_many_columns`: Too many fields; `not_on_team_list`: A recipient is not on your list */
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
            /** @description `campaign_unknown`: There is no such campaign */
            404: {
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_not_active`: The campaign is not active; `company_halted`: The company is stopped */
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
            /** @description `body_too_large`: The body is too large; `request_too_large`: The request is too large */
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
        };
    };
    sendMessages: {
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
                 *       "campaign": "cmp_reminder",
                 *       "messages": [
                 *         {
                 *           "fields": {
                 *             "phone": "+12085550123",
                 *             "firstName": "Ana",
                 *             "practitioner": "Dr. Prado",
                 *             "appointmentDate": "2026-12-01",
                 *             "appointmentTime": "10:00"
                 *           },
                 *           "reference": "visit-8841"
                 *         },
                 *         {
                 *           "fields": {
                 *             "phone": "12",
                 *             "firstName": "Bo",
                 *             "practitioner": "Dr. Prado",
                 *             "appointmentDate": "2026-12-01",
                 *             "appointmentTime": "10:00"
                 *           },
                 *           "reference": "visit-8842"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description An active campaign: its texts, channels, hours and limits are used
                     * @example cmp_reminder
                     */
                    campaign: string;
                    messages: {
                        /**
                         * @description The campaign's fields, or the columns of its files, and what stands in them for this person: who it goes to among them
                         * @example {
                         *       "phone": "+12085550123",
                         *       "firstName": "Ana",
                         *       "practitioner": "Dr. Prado",
                         *       "appointmentDate": "2026-12-01",
                         *       "appointmentTime": "10:00"
                         *     }
                         */
                        fields: {
                            [key: string]: string | number | boolean | null;
                        };
                        /**
                         * @description Your own name for it (an id of yours): echoed in answers and webhooks
                         * @example visit-8841
                         */
                        reference?: string;
                    }[];
                    /**
                     * Format: date-time
                     * @description Deliver from then on, within the hours of the campaign; left out, or over: now. The answer has no results then: `GET /v1/scheduled_messages/{id}` shows, moves and calls off what waits.
                     * @example 2026-12-01T15:00:00Z
                     */
                    starts_at?: string;
                };
            };
        };
        responses: {
            /** @description What became of each, one result for each channel */
            201: {
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
                     *       "object": "message_request",
                     *       "id": "pkt_h7k2m9qxw3np",
                     *       "campaign": "cmp_reminder",
                     *       "mode": "live",
                     *       "results": [
                     *         {
                     *           "row": 1,
                     *           "reference": "visit-8841",
                     *           "channel": "sms",
                     *           "outcome": "queued",
                     *           "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *           "send_at": "2026-11-29T17:00:00.000Z"
                     *         },
                     *         {
                     *           "row": 2,
                     *           "reference": "visit-8842",
                     *           "channel": "sms",
                     *           "outcome": "rejected",
                     *           "code": "phone_invalid",
                     *           "detail": "This is not a phone number that can be called. Check its digits and send the row again.",
                     *           "field": "phone"
                     *         }
                     *       ],
                     *       "waiting": 0
                     *     }
                     */
                    "application/json": components["schemas"]["MessageRequest"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing; `row_empty`: A message says nothing; `too_many_columns`: Too many fields; `not_on_team_list`: A recipient is not on your list */
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
            /** @description `campaign_unknown`: There is no such campaign */
            404: {
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_not_active`: The campaign is not active; `company_halted`: The company is stopped */
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
            /** @description `body_too_large`: The body is too large; `request_too_large`: The request is too large */
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
        };
    };
    getMessage: {
        parameters: {
            query?: {
                /** @description Shown whole instead of by id: campaign, packet */
                expand?: ("campaign" | "packet")[];
            };
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a message's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
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
                     *       "object": "message",
                     *       "id": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *       "packet": "pkt_h7k2m9qxw3np",
                     *       "campaign": "cmp_reminder",
                     *       "row": 1,
                     *       "reference": "visit-8841",
                     *       "channel": "sms",
                     *       "status": "delivered",
                     *       "from": "+12085550199",
                     *       "to": "+12085550123",
                     *       "body": "Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM.",
                     *       "segments": 1,
                     *       "queued_at": "2026-11-29T17:00:00.000Z",
                     *       "send_at": "2026-11-29T17:00:00.000Z",
                     *       "receipts": [
                     *         {
                     *           "at": "2026-11-29T17:00:00.000Z",
                     *           "status": "queued"
                     *         },
                     *         {
                     *           "at": "2026-11-29T17:00:00.210Z",
                     *           "status": "delivered",
                     *           "provider": "twilio",
                     *           "provider_reference": "SM00000000000000000000000000000001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version */
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
            /** @description `scope_missing`: This key may not do that; `mode_unavailable`: Not with this kind of key; `brand_limited`: Not for somebody of some brands */
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
            /** @description `message_unknown`: There is no such message */
            404: {
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
        };
    };
    cancelMessage: {
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
            path: {
                /** @description a message's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
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
                     *       "object": "message",
                     *       "id": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *       "packet": "pkt_h7k2m9qxw3np",
                     *       "campaign": "cmp_reminder",
                     *       "row": 1,
                     *       "reference": "visit-8841",
                     *       "channel": "sms",
                     *       "status": "canceled",
                     *       "from": "+12085550199",
                     *       "to": "+12085550123",
                     *       "body": "Hi Ana, you see Dr. Prado on Tue Dec 1 at 10:00 AM.",
                     *       "segments": 1,
                     *       "queued_at": "2026-11-29T17:00:00.000Z",
                     *       "send_at": "2026-11-29T17:00:00.000Z",
                     *       "receipts": [
                     *         {
                     *           "at": "2026-11-29T03:00:00.000Z",
                     *           "status": "queued"
                     *         },
                     *         {
                     *           "at": "2026-11-29T03:10:00.000Z",
                     *           "status": "canceled",
                     *           "code": "called_off",
                     *           "detail": "Somebody called this off before it was sent."
                     *         }
                     *       ],
                     *       "code": "called_off",
                     *       "detail": "Somebody called this off before it was sent."
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `idempotency_key_invalid`: The Idempotency-Key can not be used */
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
            /** @description `message_unknown`: There is no such message */
            404: {
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
            /** @description `request_in_flight`: The same request is being worked on; `message_not_waiting`: It is too late for that */
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
        };
    };
}
