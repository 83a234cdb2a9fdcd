create table cooperation.letter_sent (
    id          bigint generated always as identity primary key,
    thread      text        not null,
    what        text        not null check (what in ('letter', 'reminder')),
    channel     text        not null,
    number      text        not null,
    day         date        not null,
    official    text        not null,
    recorded_at timestamptz not null,
    unique (thread, what, channel, number, day)
);

-- A request that came by mail, phone or letter, read by a machine and not yet recorded by an officer.
create table cooperation.paper_draft (
    id          text primary key,
    counterpart text        not null,
    typed       jsonb       not null,
    recognised  text        not null,
    original    text        not null,
    scan        bytea,
    status      text        not null check (status in ('WRITING', 'RECORDED', 'DISCARDED')),
    reference   text,
    official    text        not null,
    saved_at    timestamptz not null
);
create index paper_draft_open on cooperation.paper_draft (saved_at desc) where status = 'WRITING';

-- A file of past requests between its preview and its import.
create table cooperation.paper_sheet (
    id       text primary key,
    name     text        not null,
    content  bytea       not null,
    official text        not null,
    at       timestamptz not null
);

-- Each past request once, however often its file comes.
create table cooperation.paper_imported (
    key       text primary key,
    thread    text        not null,
    reference text        not null,
    at        timestamptz not null
);
