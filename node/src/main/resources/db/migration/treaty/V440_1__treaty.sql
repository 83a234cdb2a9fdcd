create schema if not exists treaty;

-- What the depositary notified, line by line. A line counts once a second officer has confirmed it; nothing is deleted.
create table treaty.line (
    id           bigint generated always as identity primary key,
    party        text        not null check (length(party) between 2 and 12),
    name         text        not null check (length(name) between 1 and 200),
    organisation boolean     not null,
    step         text        not null,
    day          date        not null,
    number       text        not null check (length(number) between 3 and 80),
    source       text        not null check (length(source) between 1 and 500),
    article      text        not null,
    words        text        not null check (length(words) <= 4000),
    standing     text        not null check (standing in ('WAITING', 'CONFIRMED', 'REFUSED', 'STRUCK')),
    entered_by   text        not null,
    entered_at   timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    struck_by    text,
    struck_at    timestamptz,
    why          text        not null default '',
    check (standing = 'WAITING' or decided_by is not null),
    check (decided_by is null or decided_by <> entered_by)
);

-- The same notification is brought in once, unless the earlier line was refused or struck.
create unique index line_once on treaty.line (party, step, article, day) where standing in ('WAITING', 'CONFIRMED');

-- A file between the look at it and what a person takes from it.
create table treaty.sheet (
    id       text        primary key,
    name     text        not null,
    content  bytea       not null,
    official text        not null,
    at       timestamptz not null
);
