create schema if not exists cooperation;

create table cooperation.draft (
    id            text primary key,
    procedure     text        not null,
    type          text        not null,
    role          text        not null check (role in ('requesting', 'requested')),
    counterpart   text        not null,
    thread        text,
    reference     text,
    body          text        not null,
    facts         text        not null,
    status        text        not null check (status in ('WRITING', 'SUBMITTED', 'SENT', 'RECALLED', 'DISCARDED')),
    version       bigint      not null,
    written_by    text        not null,
    saved_at      timestamptz not null,
    submitted_by  text,
    submitted_at  timestamptz,
    act           text unique,
    act_json      bytea,
    act_pdf       bytea,
    given_back    text,
    not_before    timestamptz
);
create index draft_by_thread on cooperation.draft (thread, saved_at desc) where status = 'WRITING';
create index draft_waiting on cooperation.draft (submitted_at) where status = 'SUBMITTED';

create table cooperation.draft_file (
    draft      text   not null references cooperation.draft (id),
    name       text   not null,
    media_type text   not null,
    sha256     text   not null,
    content    bytea  not null,
    primary key (draft, name)
);
