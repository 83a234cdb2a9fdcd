create schema exchange;

create table exchange.outbox (
    id            bigint generated always as identity primary key,
    destination   text        not null,
    action        text        not null check (action in ('ACT', 'ENTRY', 'MESSAGE', 'FETCH')),
    thread        text        not null,
    -- act id; entry and fetch: thread/n; message id
    subject       text        not null,
    -- null for an act: its container is the thread's
    payload       bytea,
    status        text        not null check (status in ('QUEUED', 'DELIVERED', 'GIVEN_UP', 'RECALLED')),
    not_before    timestamptz not null,
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    alone         boolean     not null default false,
    claimed_by    text,
    claimed_until timestamptz,
    last_error    text,
    created_at    timestamptz not null,
    settled_at    timestamptz,
    -- acts: when the keeper's entry came
    registered_at timestamptz,
    alarmed_at    timestamptz
);

create unique index outbox_once on exchange.outbox (destination, action, subject) where status = 'QUEUED';
create index outbox_due on exchange.outbox (destination, id) where status = 'QUEUED';
create index outbox_order on exchange.outbox (destination, thread, id) where status = 'QUEUED';
create index outbox_subject on exchange.outbox (subject);
create index outbox_settled on exchange.outbox (settled_at) where status <> 'QUEUED' and action <> 'ACT';

create table exchange.seen_message (
    sender text        not null,
    id     text        not null,
    at     timestamptz not null,
    primary key (sender, id)
);

create index outbox_silent on exchange.outbox (created_at)
    where action = 'ACT' and alarmed_at is null and (status = 'QUEUED' or (status = 'DELIVERED' and registered_at is null));
