-- What an official wants to be told of the rooms by mail. Whoever switches it off has no row, and no address here.
create table notification.digest (
    official   text        primary key,
    often      text        not null check (often in ('DAILY', 'WEEKLY')),
    address    text        not null check (length(address) between 3 and 250),
    language   text        not null,
    rooms      text[]      not null,
    articles   text[]      not null,
    -- stops these mails without a sign-in, and does nothing else
    stop       text        not null unique,
    told_until timestamptz not null,
    next_at    timestamptz not null,
    chosen_at  timestamptz not null
);
create index digest_due on notification.digest (next_at);

-- One mail: of a time, which no two mails share. Its words are written when it leaves, by the labels as they are then.
create table notification.digest_mail (
    id            bigint generated always as identity primary key,
    official      text        not null references notification.digest on delete cascade,
    told_after    timestamptz not null,
    told_until    timestamptz not null,
    status        text        not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    claimed_until timestamptz,
    last_error    text,
    settled_at    timestamptz,
    check (told_after < told_until),
    unique (official, told_until)
);
create unique index digest_mail_waits on notification.digest_mail (official) where status = 'WAITING';
create index digest_mail_due on notification.digest_mail (next_attempt) where status = 'WAITING';
create index digest_mail_settled on notification.digest_mail (settled_at) where status <> 'WAITING';
