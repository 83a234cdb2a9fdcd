-- Whom this node told that a request stands unacknowledged: once for each step of the chain, way and address.
create table notification.alarm_call (
    id            bigint generated always as identity primary key,
    thread        text        not null,
    emergency     boolean     not null,
    who           text        not null check (who in ('CONTACT_POINT', 'SECOND_OFFICER', 'CENTRAL_AUTHORITY')),
    after_seconds integer     not null,
    how           text        not null check (how in ('MAIL', 'HOOK')),
    -- a mail address, or the host of a gateway
    target        text        not null,
    status        text        not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    claimed_until timestamptz,
    last_error    text,
    -- what the mail server or the gateway can find it again by
    receipt       text        not null default '',
    planned_at    timestamptz not null,
    settled_at    timestamptz,
    unique (thread, who, after_seconds, how, target)
);
create index alarm_call_due on notification.alarm_call (how, emergency desc, least(attempts, 1), next_attempt, id)
    where status = 'WAITING';
create index alarm_call_settled on notification.alarm_call (settled_at) where status <> 'WAITING';
