-- What an administrator wants to give to a person: duties, a way to sign in. It is given when a second person has confirmed it.
create table identity.change (
    n          bigint generated always as identity primary key,
    person     text        not null references identity.person (id),
    kind       text        not null check (kind in ('ADDED', 'DUTIES', 'BACK', 'LINK', 'NAMED')),
    -- all that the person is to hold
    duties     text[]      not null,
    -- the node itself, for whom its configuration names
    asked_by   text        not null,
    asked_at   timestamptz not null,
    outcome    text        check (outcome in ('CONFIRMED', 'REFUSED', 'OVERTAKEN')),
    decided_by text,
    decided_at timestamptz,
    check ((outcome is null) = (decided_at is null)),
    check (kind = 'NAMED' or outcome is distinct from 'CONFIRMED' or (decided_by is not null and decided_by <> asked_by))
);
create unique index change_waits on identity.change (person) where outcome is null;
create index change_confirmed on identity.change (decided_at) where outcome = 'CONFIRMED';

-- A link opens with the code that the second person was shown; no code for one that nobody had to confirm.
alter table identity.enrolment
    add column waits boolean not null default false,
    add column code  text;
