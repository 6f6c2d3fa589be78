// Made by "npm run -s api:client" of a description with sha256 f516cc7fe28de72b20a18c53a400031ac300a1ddf9e09da16bd7332ba775c0b3: never edited by hand.
export interface paths {
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Campaigns of the company
         * @description Without their definitions. Archived ones are shown where `status` asks for them.
         *
         *     Scope: `campaigns:read`
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Write a campaign down
         * @description The body is the document of a campaign's file. It is a draft then: it sends nothing before a version was approved and the campaign activated. A company has one campaign of each name.
         *
         *     Scope: `campaigns:write`
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One campaign, with its newest version
         * @description Scope: `campaigns:read`
         */
        get: operations["getCampaign"];
        /**
         * Make a new version of a campaign
         * @description The whole document again, with what is to be different. The version that was approved goes on sending until the new one is approved: then what waits is made anew. The same document makes no version.
         *
         *     Scope: `campaigns:write`
         */
        put: operations["editCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another campaign of one
         * @description The newest version under another name, as a draft. Mappings of columns, people and what waits stay where they are.
         *
         *     Scope: `campaigns:write`
         */
        post: operations["copyCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/take_template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a template's newer words over
         * @description A new version of the campaign, in which every channel and fallback whose text came from this template (`takenFrom`) has its newest words, or those of the version that you name. Approve it to let it count. A channel takes a template for the first time by an edit that names it.
         *
         *     Scope: `campaigns:write`
         */
        post: operations["takeTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a campaign that nobody has put yet would make of these rows
         * @description For whoever writes one: the document is checked as if it was put, and nothing is stored or sent.
         *
         *     Scope: `campaigns:read`
         */
        post: operations["previewDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would become of these rows
         * @description By the newest version, approved or not, as if they came now: all that loading and queueing would decide, and nothing is stored or sent.
         *
         *     Scope: `campaigns:read`
         */
        post: operations["previewCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/preview/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would become of this file
         * @description A sample of up to 4 MB, of any kind that packets may have: delimited text, JSON, JSON lines, Excel, OpenDocument. As if it came now; nothing is stored or sent.
         *
         *     Scope: `campaigns:read`
         */
        post: operations["previewSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send yourself a message of a campaign
         * @description As the newest version would write it now, approved or not, marked TEST, to a contact point of your own; counted nowhere. Up to 20 an hour for a company. It costs what a message costs.
         *
         *     Scope: `campaigns:send`
         */
        post: operations["testCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve the newest version
         * @description Say which version you have looked at: where somebody has made another one since, nothing is approved (412). Who approved is kept. Of an active campaign the new version sends from now on.
         *
         *     Scope: `campaigns:approve`
         */
        post: operations["approveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a campaign send
         * @description The approved version sends: what is due leaves at once. A paused campaign goes on.
         *
         *     Scope: `campaigns:send`
         */
        post: operations["activateCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a campaign for a while
         * @description Nothing of it leaves any more, and all that waits keeps its place.
         *
         *     Scope: `campaigns:write`
         */
        post: operations["pauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused campaign go on
         * @description What is due leaves at once; what became too late meanwhile expires.
         *
         *     Scope: `campaigns:send`
         */
        post: operations["resumeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/fire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run an active campaign now
         * @description Everything that is due is queued now and not at the next tick. What is not due yet stays where it is. Its progress shows how far it is.
         *
         *     Scope: `campaigns:send`
         */
        post: operations["fireCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a campaign for good
         * @description What waits is canceled. Its messages stay in the reports; its name can not be used again.
         *
         *     Scope: `campaigns:write`
         */
        post: operations["archiveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite people to get its messages
         * @description Delivery invites: up to 50 people are asked by a text whether they want what the campaign sends, and whoever answers YES has agreed twice. Whom a question is open to gets no second one; who has opted out gets none at all. A campaign with "requireConsent" sends to those alone who have agreed. "proof" says why you may ask them: the law wants them to have given you their number for it.
         *
         *     Scope: `consent:send`
         */
        post: operations["inviteRecipients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a campaign is
         * @description What waits and why, what was sent, what arrived, and why some did not, by packet. Two looks tell its speed.
         *
         *     Scope: `campaigns:read`
         */
        get: operations["getCampaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of a campaign waits for a person
         * @description And not for its time: a version that nobody has approved, a list that was held, messages that have no way. Empty: nobody has to do anything.
         *
         *     Scope: `campaigns:read`
         */
        get: operations["listCampaignQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When each channel of a campaign sends
         * @description Of the newest version: its schedules, the next times it fires, and whether its windows are open.
         *
         *     Scope: `campaigns:read`
         */
        get: operations["getCampaignSchedules"];
        /**
         * Change when channels send
         * @description A new version of the campaign with other schedules, and nothing else different: approve it to let it count.
         *
         *     Scope: `campaigns:write`
         */
        put: operations["setCampaignSchedules"];
        post?: never;
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
        Campaign: {
            /** @enum {string} */
            object: "campaign";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            id: string;
            name: string;
            status: components["schemas"]["CampaignStatus"];
            /** @description the newest version: the one that `definition` shows */
            version: number;
            /** @description the version that sends */
            approved_version: number | null;
            /** @description how often it has fired */
            runs: number;
            definition: components["schemas"]["CampaignDefinition"];
        };
        /**
         * @description `draft`: nobody has approved a version yet; `ready`: approved, sends nothing yet; `active`: sends; `paused`: keeps what waits; `archived`: ended
         * @enum {string}
         */
        CampaignStatus: "draft" | "ready" | "active" | "paused" | "archived";
        /** @description A campaign, as its file has it (docs/TEMPLATES.md, docs/SCHEDULES.md) */
        CampaignDefinition: {
            name: string;
            /** @enum {string} */
            purpose?: "transactional" | "marketing";
            requireConsent?: boolean;
            registration?: string;
            from: string;
            timezone: string;
            region?: string;
            locale?: string;
            fields: {
                [key: string]: string;
            };
            channels: {
                /** @enum {string} */
                channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                template: string | {
                    text?: string;
                    subject?: string;
                    html?: string;
                    voice?: string;
                    voiceMachine?: string;
                    whatsapp?: {
                        content?: string;
                        variables: {
                            [key: string]: string;
                        };
                    };
                    media?: string[];
                };
                takenFrom?: {
                    templateId: string;
                    version: number;
                };
                schedule?: "now" | {
                    offsetDays: number[];
                    offsets?: {
                        days?: number;
                        hours?: number;
                        minutes?: number;
                    }[];
                    window?: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        from: string;
                        to: string;
                    };
                } | {
                    offsetDays?: number[];
                    offsets: {
                        days?: number;
                        hours?: number;
                        minutes?: number;
                    }[];
                    window?: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        from: string;
                        to: string;
                    };
                } | {
                    /** Format: date-time */
                    sendAt: string;
                    window?: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        from: string;
                        to: string;
                    };
                } | {
                    every: string;
                    start?: string;
                    window?: {
                        days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                        from: string;
                        to: string;
                    };
                };
                from?: string;
                region?: string;
                fallbacks?: {
                    afterMinutes: number;
                    /** @enum {string} */
                    channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
                    template?: string | {
                        text?: string;
                        subject?: string;
                        html?: string;
                        voice?: string;
                        voiceMachine?: string;
                        whatsapp?: {
                            content?: string;
                            variables: {
                                [key: string]: string;
                            };
                        };
                        media?: string[];
                    };
                    takenFrom?: {
                        templateId: string;
                        version: number;
                    };
                    from?: string;
                    region?: string;
                }[];
            }[];
            schedule: "now" | {
                offsetDays: number[];
                offsets?: {
                    days?: number;
                    hours?: number;
                    minutes?: number;
                }[];
                window?: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                };
            } | {
                offsetDays?: number[];
                offsets: {
                    days?: number;
                    hours?: number;
                    minutes?: number;
                }[];
                window?: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                };
            } | {
                /** Format: date-time */
                sendAt: string;
                window?: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                };
            } | {
                every: string;
                start?: string;
                window?: {
                    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                    from: string;
                    to: string;
                };
            };
            quietHours?: boolean;
            /** @enum {string} */
            clock?: "recipient" | "campaign";
            holidays?: string[] | {
                [key: string]: string[];
            };
            filters?: {
                field?: string;
                chop?: string;
                replace?: string;
                with?: string;
                /** @constant */
                stripHtml?: true;
                /** @enum {string} */
                fold?: "gsm7" | "gsm7-with-loss";
            }[];
            dedupe?: ("day" | "person" | "practitioner" | "contactPoint")[];
            /** @enum {string} */
            packets?: "delta" | "full";
            /** @enum {string} */
            join?: "personDay";
            corrections?: boolean;
            limits?: {
                perMinute?: number;
                perDay?: number;
                perMonth?: number;
                perPersonPerDay?: number;
                segmentsPerMessage?: number;
            };
            expects?: {
                before: string;
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            };
            replies?: {
                confirm?: string[];
                cancel?: string[];
                reschedule?: string[];
                /** @enum {string} */
                ambiguous?: "latest" | "person";
                followUps?: {
                    [key: string]: string;
                };
                canned?: {
                    [key: string]: string;
                };
            };
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
        CampaignList: {
            /** @enum {string} */
            object: "list";
            /** @description The newest first, unless the list says otherwise */
            data: components["schemas"]["CampaignSummary"][];
            /** @description whether there are more in the direction that was asked for */
            has_more: boolean;
            url: string;
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
        Preview: {
            /** @enum {string} */
            object: "preview";
            /** @description null: nobody has put it */
            campaign: string | null;
            version: number | null;
            name: string;
            rows: number;
            /** @description what the rows may become: each by each channel and hour */
            touches: number;
            messages: number;
            joined: number;
            by_channel: {
                [key: string]: number;
            };
            /** @description of sms */
            segments: number;
            encodings: {
                [key: string]: number;
            };
            price_per_segment: number;
            /** @description segments × price_per_segment, in its currency */
            cost: number;
            /** @description can not be sent, by code */
            rejected: {
                [key: string]: number;
            };
            /** @description must not be sent, by code */
            skipped: {
                [key: string]: number;
            };
            duplicates: {
                in_file: number;
                known: number;
            };
            changes: {
                replaced: number;
                corrected: number;
            };
            moved_by_window: number;
            problems: components["schemas"]["RowProblem"][];
            more_problems: number;
            /** @description what was left out or mended while reading, and rows that name a location nobody knows (`location_invalid`), by code */
            notes: {
                [key: string]: number;
            };
            /** @description field → column */
            columns: {
                [key: string]: string;
            };
            /** @description names in templates that are neither a field nor a column: perhaps slips */
            unknown_names: string[];
            /** @description by the hour, on the campaign's clock */
            when: {
                day: string;
                hour: number;
                messages: number;
            }[];
            /** @description what the limits of the campaign make of it, where not all go on their day */
            held_back: {
                per_day: number;
                until: string;
                expiring: number;
            } | null;
            /** @description the first message of each channel, the longest, and the first that is not plain GSM-7 */
            samples: components["schemas"]["PreviewedMessage"][];
            /** @description what becomes of the row that was asked for */
            shown?: (components["schemas"]["PreviewedMessage"] | components["schemas"]["RowProblem"])[];
            /** @description the first rows, where `first` asks for them */
            first_rows?: components["schemas"]["FirstRow"][];
            /** @description the file has more rows than were read */
            more_rows?: boolean;
        };
        RowProblem: {
            row: number;
            /** @enum {string} */
            channel?: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            column?: string;
            cell?: string;
            code: string;
            detail: string;
        };
        /** @description A message as its recipient would see it */
        PreviewedMessage: {
            row: number;
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            from: string;
            to: string;
            body: string;
            /** @description what goes beside the body on other channels than sms */
            content?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            send_at: string;
            /** @description the same on the campaign's clock */
            local_time: string;
            segments: number;
            /** @enum {string} */
            encoding?: "GSM-7" | "UCS-2";
            /** @description the characters that make it dearer */
            costly?: {
                character: string;
                code: string;
                count: number;
                same?: string;
                near?: string;
                segments_without: number;
            }[];
            segments_folded?: number;
            characters_too_many?: number;
        };
        FirstRow: {
            row: number;
            /** @description as messages use them: by the campaign's names, other columns under their own; trimmed, mended and filtered */
            fields: {
                [key: string]: string;
            };
            /** @description what was mended in it, by code */
            mended: string[];
            /** @description its messages, and why there is none */
            becomes: (components["schemas"]["PreviewedMessage"] | components["schemas"]["RowProblem"])[];
        };
        TestMessage: {
            /** @enum {string} */
            object: "test_message";
            id: string;
            /**
             * @description `unknown`: the provider was asked, and nobody can tell what became of it
             * @enum {string}
             */
            status: "sent" | "failed" | "unknown";
            code?: string;
            detail?: string;
            body?: string;
            segments?: number;
        };
        Work: {
            /** @enum {string} */
            object: "work";
            id: string;
            /** @enum {string} */
            status: "accepted" | "working" | "done" | "failed";
            /**
             * Format: uri
             * @description GET it to see how far the work is
             */
            status_url: string;
        };
        DeliveryInvites: {
            /** @enum {string} */
            object: "delivery_invites";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign: string;
            results: components["schemas"]["DeliveryInvite"][];
        };
        DeliveryInvite: {
            /** @description the place in the request, counted from 1 */
            row: number;
            /** @description your own name for it, as you sent it */
            reference?: string;
            /**
             * @description `agreed`: has said yes before and is not asked; `refused`: may not or can not be asked
             * @enum {string}
             */
            outcome: "invited" | "agreed" | "refused";
            /**
             * @description a message's id
             * @example msg_h7k2m9qxw3np-0-1-sms-0
             */
            message?: string;
            /**
             * Format: date-time
             * @description a YES after that is none
             */
            until?: string;
            code?: string;
            detail?: string;
        };
        /**
         * @default transactional
         * @enum {string}
         */
        Purpose: "transactional" | "marketing";
        CampaignProgress: {
            /** @enum {string} */
            object: "campaign_progress";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign: string;
            name: string;
            status: components["schemas"]["CampaignStatus"];
            halted: components["schemas"]["Halted"];
            /** Format: date-time */
            at: string;
            /** @description what was not sent yet, by what it waits for: `day`, `hour`, `turn`, `paused`, `halted`, `doubt`, `provider`, `route`, `carrier`, `window`, `registration`, or a limit */
            waits: {
                why: string;
                messages: number;
                /** Format: date-time */
                until?: string;
            }[];
            /** @description newest first; null while the reports do not answer */
            packets: components["schemas"]["PacketProgress"][] | null;
            has_older_packets: boolean;
            /** @description in all */
            sent: number;
            /** @description due, and about to leave */
            leaving: number;
        };
        Halted: {
            by: string;
            reason?: string;
            /** Format: date-time */
            since: string;
        } | null;
        PacketProgress: {
            packet: string;
            file: string;
            stage: string;
            rows: number;
            /** @description what its rows may become: each by each channel and hour */
            touches: number;
            messages: number;
            waiting: number;
            sent: number;
            delivered: number;
            undelivered: number;
            failed: number;
            expired: number;
            canceled: number;
            read: number;
            /** @description nobody can tell yet whether they were sent */
            in_doubt: number;
            failures: {
                status: string;
                code: string;
                detail: string;
                messages: number;
            }[];
        };
        CampaignQuestionList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["CampaignQuestion"][];
            /** @enum {boolean} */
            has_more: false;
            url: string;
        };
        CampaignQuestion: {
            /** @enum {string} */
            kind: "version_not_approved" | "not_activated" | "paused" | "company_halted" | "list_held" | "messages_held";
            detail: string;
            version?: number;
            approved_version?: number;
            by?: string;
            /** Format: date-time */
            since?: string;
            packet?: string;
            vanished?: number;
            relisted?: number;
            /** @enum {string} */
            why?: "route" | "carrier" | "registration" | "doubt";
            messages?: number;
        };
        CampaignSchedules: {
            /** @enum {string} */
            object: "campaign_schedules";
            /**
             * @description a campaign's id
             * @example cmp_reminder
             */
            campaign: string;
            version: number;
            timezone: string;
            schedule?: components["schemas"]["Schedule"];
            /**
             * Format: date-time
             * @description when somebody looks at its rows next: some are due then
             */
            next_run_at: string | null;
            /** @description in the order of the campaign's channels */
            channels: components["schemas"]["DeliverySchedule"][];
        };
        /** @description `"now"`, `offsetDays`/`offsets` before the appointment, `sendAt`, or `every` (RFC 5545), with a window: docs/SCHEDULES.md */
        Schedule: "now" | {
            offsetDays: number[];
            offsets?: {
                days?: number;
                hours?: number;
                minutes?: number;
            }[];
            window?: {
                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                from: string;
                to: string;
            };
        } | {
            offsetDays?: number[];
            offsets: {
                days?: number;
                hours?: number;
                minutes?: number;
            }[];
            window?: {
                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                from: string;
                to: string;
            };
        } | {
            /** Format: date-time */
            sendAt: string;
            window?: {
                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                from: string;
                to: string;
            };
        } | {
            every: string;
            start?: string;
            window?: {
                days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                from: string;
                to: string;
            };
        };
        DeliverySchedule: {
            /** @enum {string} */
            channel: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
            schedule?: components["schemas"]["Schedule"];
            /** @description the channel's own, and not the campaign's */
            own: boolean;
            /** @enum {string} */
            fires_by: "time" | "rule" | "appointment" | "arrival";
            /** @description up to five, moved into the window; none where rows decide */
            next_fires: string[];
            window?: components["schemas"]["ContactWindow"];
            /**
             * Format: date-time
             * @description the window is open now, until then
             */
            open_until: string | null;
            /** Format: date-time */
            opens_at: string | null;
        };
        ContactWindow: {
            days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            from: string;
            to: string;
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
    listCampaigns: {
        parameters: {
            query?: {
                /** @description How many, 1 to 100 */
                limit?: number;
                /** @description The last id of the page before this one */
                starting_after?: string;
                /** @description The first id of the page behind this one */
                ending_before?: string;
                /** @description `draft`: nobody has approved a version yet; `ready`: approved, sends nothing yet; `active`: sends; `paused`: keeps what waits; `archived`: ended */
                status?: components["schemas"]["CampaignStatus"];
                /** @description By which field; with a minus sign the last comes first */
                sort?: "created_at" | "-created_at" | "changed_at" | "-changed_at" | "name" | "-name";
                /** @description What stands in its name */
                name?: string;
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
            /** @description A page of them */
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
                     *           "object": "campaign_summary",
                     *           "id": "cmp_h7k2m9qxw3",
                     *           "name": "Appointment reminder",
                     *           "status": "active",
                     *           "version": 3,
                     *           "approved_version": 3,
                     *           "created_at": "2026-11-20T17:00:00.000Z",
                     *           "changed_at": "2026-11-20T18:00:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/campaigns"
                     *     }
                     */
                    "application/json": components["schemas"]["CampaignList"];
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
        };
    };
    createCampaign: {
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
                 *       "name": "Appointment reminder",
                 *       "from": "+12085550199",
                 *       "timezone": "America/Boise",
                 *       "fields": {
                 *         "firstName": "first_name",
                 *         "phone": "phone",
                 *         "appointmentDate": "appointment_date",
                 *         "appointmentTime": "appointment_time"
                 *       },
                 *       "channels": [
                 *         {
                 *           "channel": "sms",
                 *           "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                 *         }
                 *       ],
                 *       "schedule": {
                 *         "offsetDays": [
                 *           2
                 *         ],
                 *         "window": {
                 *           "days": [
                 *             "mon",
                 *             "tue",
                 *             "wed",
                 *             "thu",
                 *             "fri"
                 *           ],
                 *           "from": "09:00",
                 *           "to": "19:00"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CampaignDefinition"];
            };
        };
        responses: {
            /** @description The draft */
            201: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
                    /** @description where it is */
                    Location?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "draft",
                     *       "version": 1,
                     *       "approved_version": null,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `campaign_invalid`: This campaign can't be used */
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_exists`: There is a campaign of this name; `campaign_archived`: The campaign is archived; `pages_unreachable`: People could not reach its links */
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
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "draft",
                     *       "version": 1,
                     *       "approved_version": null,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
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
    editCampaign: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you have read */
                "If-Match": string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Appointment reminder",
                 *       "from": "+12085550199",
                 *       "timezone": "America/Boise",
                 *       "fields": {
                 *         "firstName": "first_name",
                 *         "phone": "phone",
                 *         "appointmentDate": "appointment_date",
                 *         "appointmentTime": "appointment_time"
                 *       },
                 *       "channels": [
                 *         {
                 *           "channel": "sms",
                 *           "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                 *         }
                 *       ],
                 *       "schedule": {
                 *         "offsetDays": [
                 *           2
                 *         ],
                 *         "window": {
                 *           "days": [
                 *             "mon",
                 *             "tue",
                 *             "wed",
                 *             "thu",
                 *             "fri"
                 *           ],
                 *           "from": "09:00",
                 *           "to": "19:00"
                 *         }
                 *       },
                 *       "limits": {
                 *         "perMinute": 600
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CampaignDefinition"];
            };
        };
        responses: {
            /** @description The newest version */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "draft",
                     *       "version": 2,
                     *       "approved_version": null,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         },
                     *         "limits": {
                     *           "perMinute": 600
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `campaign_invalid`: This campaign can't be used */
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
            /** @description `campaign_name_fixed`: A campaign keeps its name; `campaign_archived`: The campaign is archived; `pages_unreachable`: People could not reach its links */
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
            /** @description `version_moved`: It has changed since you read it */
            412: {
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
            /** @description `if_match_missing`: Say which state you have seen */
            428: {
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
    copyCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Reminder for Nampa"
                 *     }
                 */
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description The copy */
            201: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
                    /** @description where it is */
                    Location?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_x3m8qk2a7w",
                     *       "name": "Reminder for Nampa",
                     *       "status": "draft",
                     *       "version": 1,
                     *       "approved_version": null,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Reminder for Nampa",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `campaign_invalid`: This campaign can't be used */
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_exists`: There is a campaign of this name; `campaign_archived`: The campaign is archived; `pages_unreachable`: People could not reach its links */
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
        };
    };
    takeTemplate: {
        parameters: {
            query?: never;
            header: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description The ETag that you have read */
                "If-Match": string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "template": "tpl_h7k2m9qxw3",
                 *       "version": 2
                 *     }
                 */
                "application/json": {
                    /**
                     * @description the template's id
                     * @example tpl_h7k2m9qxw3
                     */
                    template: string;
                    /**
                     * @description Left out: the newest
                     * @example 2
                     */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description The newest version */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "draft",
                     *       "version": 2,
                     *       "approved_version": null,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out.",
                     *             "takenFrom": {
                     *               "templateId": "tpl_h7k2m9qxw3",
                     *               "version": 2
                     *             }
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `campaign_invalid`: This campaign can't be used */
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
            /** @description `campaign_unknown`: There is no such campaign; `template_unknown`: There is no such template */
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_archived`: The campaign is archived; `template_retired`: The template is retired; `template_not_taken`: The campaign has no words of this template */
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
            /** @description `version_moved`: It has changed since you read it */
            412: {
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
            /** @description `if_match_missing`: Say which state you have seen */
            428: {
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
    previewDefinition: {
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
                 *       "definition": {
                 *         "name": "Appointment reminder",
                 *         "from": "+12085550199",
                 *         "timezone": "America/Boise",
                 *         "fields": {
                 *           "firstName": "first_name",
                 *           "phone": "phone",
                 *           "appointmentDate": "appointment_date",
                 *           "appointmentTime": "appointment_time"
                 *         },
                 *         "channels": [
                 *           {
                 *             "channel": "sms",
                 *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                 *           }
                 *         ],
                 *         "schedule": {
                 *           "offsetDays": [
                 *             2
                 *           ],
                 *           "window": {
                 *             "days": [
                 *               "mon",
                 *               "tue",
                 *               "wed",
                 *               "thu",
                 *               "fri"
                 *             ],
                 *             "from": "09:00",
                 *             "to": "19:00"
                 *           }
                 *         }
                 *       },
                 *       "rows": [
                 *         {
                 *           "phone": "+12085550123",
                 *           "firstName": "Ana",
                 *           "appointmentDate": "2026-12-01",
                 *           "appointmentTime": "10:00"
                 *         }
                 *       ],
                 *       "price_per_segment": 0.0079
                 *     }
                 */
                "application/json": {
                    definition: components["schemas"]["CampaignDefinition"];
                    /** @description What is known of each recipient, up to 1000 */
                    rows: {
                        [key: string]: string | number | boolean | null;
                    }[];
                    /**
                     * @description Show what becomes of this row, as a spreadsheet counts: the first behind the header is 2
                     * @example 2
                     */
                    row?: number;
                    /** @description Show so many rows from the beginning, as they are mapped, cleaned and judged */
                    first?: number;
                    /**
                     * @description Of one segment, for `cost`
                     * @example 0.0079
                     */
                    price_per_segment?: number;
                };
            };
        };
        responses: {
            /** @description What would be sent, and what not */
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
                     *       "object": "preview",
                     *       "campaign": null,
                     *       "version": null,
                     *       "name": "Appointment reminder",
                     *       "rows": 1,
                     *       "touches": 1,
                     *       "messages": 1,
                     *       "joined": 0,
                     *       "by_channel": {
                     *         "sms": 1
                     *       },
                     *       "segments": 1,
                     *       "encodings": {
                     *         "GSM-7": 1,
                     *         "UCS-2": 0
                     *       },
                     *       "price_per_segment": 0.0079,
                     *       "cost": 0.0079,
                     *       "rejected": {},
                     *       "skipped": {},
                     *       "duplicates": {
                     *         "in_file": 0,
                     *         "known": 0
                     *       },
                     *       "changes": {
                     *         "replaced": 0,
                     *         "corrected": 0
                     *       },
                     *       "moved_by_window": 0,
                     *       "problems": [],
                     *       "more_problems": 0,
                     *       "notes": {},
                     *       "columns": {
                     *         "firstName": "first_name",
                     *         "phone": "phone"
                     *       },
                     *       "unknown_names": [],
                     *       "when": [
                     *         {
                     *           "day": "2026-11-29",
                     *           "hour": 10,
                     *           "messages": 1
                     *         }
                     *       ],
                     *       "held_back": null,
                     *       "samples": [
                     *         {
                     *           "row": 2,
                     *           "channel": "sms",
                     *           "from": "+12085550199",
                     *           "to": "+12085550123",
                     *           "body": "Hi Ana, see you on Dec 1 at 10:00 AM. STOP to opt out.",
                     *           "send_at": "2026-11-29T17:00:00.000Z",
                     *           "local_time": "2026-11-29 10:00",
                     *           "segments": 1,
                     *           "encoding": "GSM-7"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `campaign_invalid`: This campaign can't be used; `column_missing`: A column is missing; `row_unknown`: There is no such row; `file_empty`: The file is empty; `header_unreadable`: The header can't be read */
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
        };
    };
    previewCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "phone": "+12085550123",
                 *           "firstName": "Ana",
                 *           "appointmentDate": "2026-12-01",
                 *           "appointmentTime": "10:00"
                 *         }
                 *       ],
                 *       "price_per_segment": 0.0079
                 *     }
                 */
                "application/json": {
                    /** @description What is known of each recipient, up to 1000 */
                    rows: {
                        [key: string]: string | number | boolean | null;
                    }[];
                    /**
                     * @description Show what becomes of this row, as a spreadsheet counts: the first behind the header is 2
                     * @example 2
                     */
                    row?: number;
                    /** @description Show so many rows from the beginning, as they are mapped, cleaned and judged */
                    first?: number;
                    /**
                     * @description Of one segment, for `cost`
                     * @example 0.0079
                     */
                    price_per_segment?: number;
                };
            };
        };
        responses: {
            /** @description What would be sent, and what not */
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
                     *       "object": "preview",
                     *       "campaign": "cmp_h7k2m9qxw3",
                     *       "version": 1,
                     *       "name": "Appointment reminder",
                     *       "rows": 1,
                     *       "touches": 1,
                     *       "messages": 1,
                     *       "joined": 0,
                     *       "by_channel": {
                     *         "sms": 1
                     *       },
                     *       "segments": 1,
                     *       "encodings": {
                     *         "GSM-7": 1,
                     *         "UCS-2": 0
                     *       },
                     *       "price_per_segment": 0.0079,
                     *       "cost": 0.0079,
                     *       "rejected": {},
                     *       "skipped": {},
                     *       "duplicates": {
                     *         "in_file": 0,
                     *         "known": 0
                     *       },
                     *       "changes": {
                     *         "replaced": 0,
                     *         "corrected": 0
                     *       },
                     *       "moved_by_window": 0,
                     *       "problems": [],
                     *       "more_problems": 0,
                     *       "notes": {},
                     *       "columns": {
                     *         "firstName": "first_name",
                     *         "phone": "phone"
                     *       },
                     *       "unknown_names": [],
                     *       "when": [
                     *         {
                     *           "day": "2026-11-29",
                     *           "hour": 10,
                     *           "messages": 1
                     *         }
                     *       ],
                     *       "held_back": null,
                     *       "samples": [
                     *         {
                     *           "row": 2,
                     *           "channel": "sms",
                     *           "from": "+12085550199",
                     *           "to": "+12085550123",
                     *           "body": "Hi Ana, see you on Dec 1 at 10:00 AM. STOP to opt out.",
                     *           "send_at": "2026-11-29T17:00:00.000Z",
                     *           "local_time": "2026-11-29 10:00",
                     *           "segments": 1,
                     *           "encoding": "GSM-7"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `column_missing`: A column is missing; `row_unknown`: There is no such row; `file_empty`: The file is empty; `header_unreadable`: The header can't be read */
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
        };
    };
    previewSample: {
        parameters: {
            query?: {
                /** @description Whose columns count, where the campaign has a mapping of them */
                source?: string;
                /** @description Show what becomes of this row, as a spreadsheet counts: the first behind the header is 2 */
                row?: number;
                /** @description Show so many rows from the beginning, as they are mapped, cleaned and judged */
                first?: number;
                /** @description Of one segment, for `cost` */
                price_per_segment?: number;
                /** @description Of the file: a hint of its kind */
                name?: string;
            };
            header?: {
                /** @description A text of your own, the same one when you try again: the first answer is given again for seven days */
                "Idempotency-Key"?: string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": Blob | Uint8Array<ArrayBuffer>;
                "text/plain": Blob | Uint8Array<ArrayBuffer>;
                "text/tab-separated-values": Blob | Uint8Array<ArrayBuffer>;
                "application/json": Blob | Uint8Array<ArrayBuffer>;
                "application/x-ndjson": Blob | Uint8Array<ArrayBuffer>;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob | Uint8Array<ArrayBuffer>;
                "application/vnd.ms-excel": Blob | Uint8Array<ArrayBuffer>;
                "application/vnd.oasis.opendocument.spreadsheet": Blob | Uint8Array<ArrayBuffer>;
                "application/octet-stream": Blob | Uint8Array<ArrayBuffer>;
            };
        };
        responses: {
            /** @description What would be sent, and what not */
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
                     *       "object": "preview",
                     *       "campaign": "cmp_h7k2m9qxw3",
                     *       "version": 1,
                     *       "name": "Appointment reminder",
                     *       "rows": 1,
                     *       "touches": 1,
                     *       "messages": 1,
                     *       "joined": 0,
                     *       "by_channel": {
                     *         "sms": 1
                     *       },
                     *       "segments": 1,
                     *       "encodings": {
                     *         "GSM-7": 1,
                     *         "UCS-2": 0
                     *       },
                     *       "price_per_segment": 0.0079,
                     *       "cost": 0.0079,
                     *       "rejected": {},
                     *       "skipped": {},
                     *       "duplicates": {
                     *         "in_file": 0,
                     *         "known": 0
                     *       },
                     *       "changes": {
                     *         "replaced": 0,
                     *         "corrected": 0
                     *       },
                     *       "moved_by_window": 0,
                     *       "problems": [],
                     *       "more_problems": 0,
                     *       "notes": {},
                     *       "columns": {
                     *         "firstName": "first_name",
                     *         "phone": "phone"
                     *       },
                     *       "unknown_names": [],
                     *       "when": [
                     *         {
                     *           "day": "2026-11-29",
                     *           "hour": 10,
                     *           "messages": 1
                     *         }
                     *       ],
                     *       "held_back": null,
                     *       "samples": [
                     *         {
                     *           "row": 2,
                     *           "channel": "sms",
                     *           "from": "+12085550199",
                     *           "to": "+12085550123",
                     *           "body": "Hi Ana, see you on Dec 1 at 10:00 AM. STOP to opt out.",
                     *           "send_at": "2026-11-29T17:00:00.000Z",
                     *           "local_time": "2026-11-29 10:00",
                     *           "segments": 1,
                     *           "encoding": "GSM-7"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `idempotency_key_invalid`: The Idempotency-Key can not be used; `body_missing`: The body is missing; `file_binary`: The file can't be read; `file_damaged`: The file is damaged; `file_locked`: The file is locked; `file_packed_twice`: The file is packed twice; `archive_empty`: There is no file in the archive; `column_missing`: A column is missing; `row_unknown`: There is no such row; `file_empty`: The file is empty; `header_unreadable`: The header can't be read */
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
            /** @description `body_too_large`: The body is too large; `file_too_large`: The file is too large; `sheet_too_large`: The spreadsheet is too large */
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
    testCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "+12085550123",
                 *       "fields": {
                 *         "phone": "+12085550123",
                 *         "firstName": "Ana",
                 *         "appointmentDate": "2026-12-01",
                 *         "appointmentTime": "10:00"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Your own phone, address or page id: whatever the channel has
                     * @example +12085550123
                     */
                    to: string;
                    /**
                     * @description Left out: the campaign's first
                     * @enum {string}
                     */
                    channel?: "sms" | "mms" | "whatsapp" | "voice" | "email" | "messenger" | "instagram";
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
                };
            };
        };
        responses: {
            /** @description What became of it */
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
                     *       "object": "test_message",
                     *       "id": "tst_h7k2m9qxw3np",
                     *       "status": "sent",
                     *       "body": "TEST: Hi Ana, see you on Dec 1 at 10:00 AM. STOP to opt out.",
                     *       "segments": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TestMessage"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing; `channel_unknown`: The campaign has no such channel; `column_missing`: A column is missing; `company_halted`: That can not be done; `too_long`: The message is too long */
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
            /** @description `request_in_flight`: The same request is being worked on; `provider_missing`: Nobody can send for this company; `channel_unsupported`: Nobody carries this channel; `opted_out`: This contact point has opted out */
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
            /** @description `rate_limited`: Too many requests; `too_many_tests`: Too many test messages */
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
    approveCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The version that you have looked at
                     * @example 2
                     */
                    version: number;
                };
            };
        };
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "ready",
                     *       "version": 1,
                     *       "approved_version": 1,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_archived`: The campaign is archived; `senders_unregistered`: Its numbers may not send to the United States */
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
            /** @description `version_moved`: It has changed since you read it */
            412: {
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
        };
    };
    activateCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "active",
                     *       "version": 1,
                     *       "approved_version": 1,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_not_approved`: Nobody has approved it; `campaign_archived`: The campaign is archived; `senders_unregistered`: Its numbers may not send to the United States */
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
    pauseCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "paused",
                     *       "version": 1,
                     *       "approved_version": 1,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_not_active`: The campaign is not active; `campaign_archived`: The campaign is archived */
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
    resumeCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "active",
                     *       "version": 1,
                     *       "approved_version": 1,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_not_paused`: The campaign is not paused; `campaign_archived`: The campaign is archived; `senders_unregistered`: Its numbers may not send to the United States */
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
    fireCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted: it is being worked on, `status_url` (also the header Location) shows how far it is */
            202: {
                headers: {
                    /** @description where to see how far it is */
                    Location?: string;
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
                     *       "object": "work",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "status": "accepted",
                     *       "status_url": "https://api.example.com/v1/campaigns/cmp_h7k2m9qxw3/progress"
                     *     }
                     */
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing */
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
            /** @description `request_in_flight`: The same request is being worked on; `campaign_not_active`: The campaign is not active */
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
    archiveCampaign: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign",
                     *       "id": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "archived",
                     *       "version": 1,
                     *       "approved_version": 1,
                     *       "runs": 0,
                     *       "definition": {
                     *         "name": "Appointment reminder",
                     *         "from": "+12085550199",
                     *         "timezone": "America/Boise",
                     *         "fields": {
                     *           "firstName": "first_name",
                     *           "phone": "phone",
                     *           "appointmentDate": "appointment_date",
                     *           "appointmentTime": "appointment_time"
                     *         },
                     *         "channels": [
                     *           {
                     *             "channel": "sms",
                     *             "template": "Hi {{ firstName | name }}, see you on {{ appointmentAt | date: '%b %-d at %-I:%M %p' }}. STOP to opt out."
                     *           }
                     *         ],
                     *         "schedule": {
                     *           "offsetDays": [
                     *             2
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "mon",
                     *               "tue",
                     *               "wed",
                     *               "thu",
                     *               "fri"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Campaign"];
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
    inviteRecipients: {
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
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recipients": [
                 *         {
                 *           "to": "+12085550123",
                 *           "reference": "patient-8841"
                 *         }
                 *       ],
                 *       "proof": "https://www.example.com/forms/new-patient"
                 *     }
                 */
                "application/json": {
                    /**
                     * @default sms
                     * @enum {string}
                     */
                    channel?: "sms" | "whatsapp";
                    recipients: {
                        /**
                         * @description A phone number, an e-mail address, or the id of a page’s visitor
                         * @example +12085550123
                         */
                        to: string;
                        /**
                         * @description Your own name for it (an id of yours): echoed in answers and webhooks
                         * @example visit-8841
                         */
                        reference?: string;
                    }[];
                    purpose?: components["schemas"]["Purpose"];
                    /** @enum {string} */
                    language?: "en" | "es" | "pt" | "fr";
                    /** @example 2 messages a month */
                    frequency?: string;
                    /** @description What the person was shown */
                    shown?: string;
                    /** @description What shows that you may ask: the address of a page, the name of a form */
                    proof: string;
                };
            };
        };
        responses: {
            /** @description What became of each, in their order */
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
                     *       "object": "delivery_invites",
                     *       "campaign": "cmp_h7k2m9qxw3",
                     *       "results": [
                     *         {
                     *           "row": 1,
                     *           "reference": "patient-8841",
                     *           "outcome": "invited",
                     *           "message": "msg_h7k2m9qxw3np-0-1-sms-0",
                     *           "until": "2026-12-02T17:04:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryInvites"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `idempotency_key_invalid`: The Idempotency-Key can not be used; `idempotency_key_missing`: An Idempotency-Key is missing; `channel_unknown`: The campaign has no such channel; `sender_missing`: From which number? */
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
        };
    };
    getCampaignProgress: {
        parameters: {
            query?: {
                /** @description This packet alone */
                packet?: string;
            };
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
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
                     *       "object": "campaign_progress",
                     *       "campaign": "cmp_h7k2m9qxw3",
                     *       "name": "Appointment reminder",
                     *       "status": "active",
                     *       "halted": null,
                     *       "at": "2026-11-20T18:00:00.000Z",
                     *       "waits": [
                     *         {
                     *           "why": "day",
                     *           "messages": 240,
                     *           "until": "2026-11-21T16:00:00.000Z"
                     *         }
                     *       ],
                     *       "packets": [],
                     *       "has_older_packets": false,
                     *       "sent": 1000,
                     *       "leaving": 0
                     *     }
                     */
                    "application/json": components["schemas"]["CampaignProgress"];
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
    listCampaignQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
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
                     *           "kind": "version_not_approved",
                     *           "detail": "The newest version was not approved: look at it, and approve it.",
                     *           "version": 2,
                     *           "approved_version": 1
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "url": "/v1/campaigns/cmp_h7k2m9qxw3/questions"
                     *     }
                     */
                    "application/json": components["schemas"]["CampaignQuestionList"];
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
    getCampaignSchedules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each channel */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign_schedules",
                     *       "campaign": "cmp_h7k2m9qxw3",
                     *       "version": 2,
                     *       "timezone": "America/Boise",
                     *       "schedule": {
                     *         "every": "FREQ=WEEKLY;BYDAY=TU",
                     *         "start": "2026-12-01T09:00",
                     *         "window": {
                     *           "days": [
                     *             "tue"
                     *           ],
                     *           "from": "09:00",
                     *           "to": "19:00"
                     *         }
                     *       },
                     *       "next_run_at": "2026-12-01T16:00:00.000Z",
                     *       "channels": [
                     *         {
                     *           "channel": "sms",
                     *           "schedule": {
                     *             "every": "FREQ=WEEKLY;BYDAY=TU",
                     *             "start": "2026-12-01T09:00",
                     *             "window": {
                     *               "days": [
                     *                 "tue"
                     *               ],
                     *               "from": "09:00",
                     *               "to": "19:00"
                     *             }
                     *           },
                     *           "own": false,
                     *           "fires_by": "rule",
                     *           "next_fires": [
                     *             "2026-12-01T16:00:00.000Z",
                     *             "2026-12-08T16:00:00.000Z"
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "tue"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           },
                     *           "open_until": null,
                     *           "opens_at": "2026-12-01T16:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CampaignSchedules"];
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
    setCampaignSchedules: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you have read */
                "If-Match": string;
                /** @description Left out: the newest */
                "Carillon-Version"?: "2026-11-01";
                /** @description W3C trace context: our logs go on with your trace */
                traceparent?: string;
            };
            path: {
                /** @description a campaign's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schedule": {
                 *         "every": "FREQ=WEEKLY;BYDAY=TU",
                 *         "start": "2026-12-01T09:00",
                 *         "window": {
                 *           "days": [
                 *             "tue"
                 *           ],
                 *           "from": "09:00",
                 *           "to": "19:00"
                 *         }
                 *       },
                 *       "channels": [
                 *         {
                 *           "schedule": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    schedule?: components["schemas"]["Schedule"];
                    /** @description One for each of the campaign's channels, in their order; null: the campaign's own schedule */
                    channels?: {
                        schedule?: components["schemas"]["Schedule"] | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description As they are now */
            200: {
                headers: {
                    /** @description the state that was read: send it as If-Match to change it */
                    ETag?: string;
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
                     *       "object": "campaign_schedules",
                     *       "campaign": "cmp_h7k2m9qxw3",
                     *       "version": 2,
                     *       "timezone": "America/Boise",
                     *       "schedule": {
                     *         "every": "FREQ=WEEKLY;BYDAY=TU",
                     *         "start": "2026-12-01T09:00",
                     *         "window": {
                     *           "days": [
                     *             "tue"
                     *           ],
                     *           "from": "09:00",
                     *           "to": "19:00"
                     *         }
                     *       },
                     *       "next_run_at": "2026-12-01T16:00:00.000Z",
                     *       "channels": [
                     *         {
                     *           "channel": "sms",
                     *           "schedule": {
                     *             "every": "FREQ=WEEKLY;BYDAY=TU",
                     *             "start": "2026-12-01T09:00",
                     *             "window": {
                     *               "days": [
                     *                 "tue"
                     *               ],
                     *               "from": "09:00",
                     *               "to": "19:00"
                     *             }
                     *           },
                     *           "own": false,
                     *           "fires_by": "rule",
                     *           "next_fires": [
                     *             "2026-12-01T16:00:00.000Z",
                     *             "2026-12-08T16:00:00.000Z"
                     *           ],
                     *           "window": {
                     *             "days": [
                     *               "tue"
                     *             ],
                     *             "from": "09:00",
                     *             "to": "19:00"
                     *           },
                     *           "open_until": null,
                     *           "opens_at": "2026-12-01T16:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CampaignSchedules"];
                };
            };
            /** @description `request_invalid`: The request is not what this operation takes; `version_unknown`: There is no such version; `body_malformed`: The body is no JSON; `body_missing`: The body is missing; `campaign_invalid`: This campaign can't be used; `channels_mismatched`: Not as many channels as the campaign has */
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
            /** @description `campaign_archived`: The campaign is archived */
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
            /** @description `version_moved`: It has changed since you read it */
            412: {
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
            /** @description `if_match_missing`: Say which state you have seen */
            428: {
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
