-- Offices inside our State and what each may do, who answers for them, and which requests are with them. Ours alone.
create table cooperation.office (
    id         text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_en    text    not null,
    name_ar    text    not null,
    procedures text    not null,
    places     text    not null,
    matters    text    not null,
    checked_on date    not null,
    closed     boolean not null default false
);
create table cooperation.office_member (
    office   text not null references cooperation.office (id),
    official text not null,
    primary key (office, official)
);
create index office_of_member on cooperation.office_member (official);
create table cooperation.office_passage (
    id        bigint generated always as identity primary key,
    thread    text        not null,
    office    text        not null references cooperation.office (id),
    asked     text        not null,
    aim       date,
    passed_by text        not null,
    passed_at timestamptz not null,
    own_aim   date,
    how       text check (how in ('DONE', 'NOT_OURS', 'TAKEN_BACK')),
    note      text        not null,
    ended_by  text,
    ended_at  timestamptz,
    noted_at  timestamptz
);
create unique index office_passage_once on cooperation.office_passage (thread, office) where ended_at is null;
create index office_passage_current on cooperation.office_passage (office) where ended_at is null;
create index office_passage_unread on cooperation.office_passage (id) where noted_at is null;
create index office_passage_thread on cooperation.office_passage (thread);
