-- What our State told the depositary: written, sent, and closed by the depositary's own number. Never seen by another State.
create table treaty.notice (
    id          bigint generated always as identity primary key,
    key         text        not null check (length(key) between 2 and 60),
    ref         text        not null,
    told        text        not null check (length(told) between 1 and 8000),
    written_by  text        not null,
    written_at  timestamptz not null,
    sent_on     date,
    channel     text        not null default '',
    sent_by     text,
    scan        bytea,
    scan_type   text        not null default '',
    scan_sha256 text        not null default '',
    number      text        not null default '',
    closed_by   text,
    closed_at   timestamptz,
    check (sent_on is null or sent_by is not null),
    check (number = '' or sent_on is not null)
);
create index notice_key on treaty.notice (key, id);

-- The yearly look at each point: who looked when, and whether it concerns our State at all.
create table treaty.notice_look (
    id       bigint generated always as identity primary key,
    key      text        not null,
    applies  boolean     not null,
    official text        not null,
    at       timestamptz not null
);
create index notice_look_key on treaty.notice_look (key, id);
