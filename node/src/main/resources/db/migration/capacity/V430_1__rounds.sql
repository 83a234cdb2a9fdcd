create schema if not exists capacity;

-- A round of matching: its rule is fixed when it is opened, and never changes.
create table capacity.round (
    id          text        primary key check (id ~ '^[0-9]{4}-[0-9]{1,3}$'),
    weights     text        not null,
    room        integer     not null check (room between 1 and 1000),
    answer_days integer     not null check (answer_days between 1 and 90),
    opened_by   text        not null,
    fixed_at    timestamptz not null
);

-- Each time a round is solved: the whole input, which stays here; the reasons; and the file, once a second officer approved it.
create table capacity.solving (
    round       text        not null references capacity.round,
    number      integer     not null check (number between 1 and 3),
    frozen_at   timestamptz not null,
    input       bytea       not null,
    reasons     text        not null,
    file        bytea       not null,
    ran_by      text        not null,
    approved_by text,
    approved_at timestamptz,
    primary key (round, number),
    check (approved_by is null or approved_by <> ran_by)
);
