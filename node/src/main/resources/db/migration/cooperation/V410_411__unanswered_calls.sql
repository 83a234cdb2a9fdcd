-- Nobody picked up: kept beside the draft until the request is sent, then lines of the domestic file.
create table cooperation.unanswered_call (
    id       bigint generated always as identity primary key,
    draft    text        not null,
    at       timestamptz not null,
    called   text        not null,
    number   text        not null,
    official text        not null
);
create index unanswered_call_draft on cooperation.unanswered_call (draft, id);
