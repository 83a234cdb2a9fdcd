create schema notification;

-- What ends, and when. One row a thread that ever kept something; sequence rises with each change of the end.
create table notification.period (
    thread     text primary key,
    reference  text        not null,
    until      timestamptz not null,
    sequence   integer     not null,
    open       boolean     not null,
    changed_at timestamptz not null,
    -- when the next step is to be planned; null: nothing more
    next_at    timestamptz,
    -- those who were reminded of the former end are to be told
    change_due boolean     not null default false,
    quiet_at   timestamptz,
    quiet_by   text
);
create index period_next on notification.period (next_at) where open and quiet_at is null and next_at is not null;
create index period_changed on notification.period (thread) where change_due;

-- One mail: once for each end of a thread, step and address.
create table notification.reminder (
    id            bigint generated always as identity primary key,
    thread        text        not null references notification.period,
    sequence      integer     not null,
    -- days before the end; MOVED or ENDED
    step          text        not null,
    recipient     text        not null,
    address       text        not null,
    language      text        not null,
    status        text        not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    claimed_until timestamptz,
    last_error    text,
    planned_at    timestamptz not null,
    settled_at    timestamptz,
    unique (thread, sequence, step, address)
);
create index reminder_due on notification.reminder (next_attempt) where status = 'WAITING';
create index reminder_failed on notification.reminder (settled_at) where status = 'FAILED';
create index reminder_sent on notification.reminder (settled_at) where status = 'SENT';
