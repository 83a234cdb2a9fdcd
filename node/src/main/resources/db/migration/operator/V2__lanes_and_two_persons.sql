-- Who waits is of a lane: proven by a key of the participant's admitted entry, or a stranger, who is bounded by name and address.
alter table operator.submission
    add column proven   boolean not null default false,
    add column source   text,
    -- of two persons who admit, the first
    add column first_by text,
    add column first_at timestamptz;

-- Failures in a row, by name and address; forgotten after a day without one.
create table operator.failure (
    who        text primary key,
    failures   int         not null,
    last_at    timestamptz not null,
    wait_until timestamptz
);
create index failure_age on operator.failure (last_at);
