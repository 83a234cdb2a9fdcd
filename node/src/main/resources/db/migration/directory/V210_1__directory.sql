create schema directory;

-- Every list of the operator that we took.
create table directory.list (
    sequence    bigint primary key,
    hash        text not null,
    valid_until timestamptz not null,
    json        bytea not null,
    taken_at    timestamptz not null
);

-- Every version of every entry that we saw, used or not.
create table directory.entry (
    participant    text not null,
    hash           text not null,
    version        bigint not null,
    json           bytea not null,
    source         text not null check (source in ('LIST', 'FILE', 'OURS', 'RECORDED')),
    status         text not null check (status in ('TAKEN', 'WAITING', 'REFUSED')),
    why            text,
    signed_at      timestamptz not null,
    received_at    timestamptz not null,
    first_officer  text,
    second_officer text,
    decided_at     timestamptz,
    primary key (participant, hash)
);
create index entry_by_version on directory.entry (participant, version desc);
create index entry_waiting on directory.entry (received_at) where status = 'WAITING';

-- The version in force, and until when somebody vouches for it.
create table directory.pin (
    participant     text primary key,
    hash            text not null,
    version         bigint not null,
    source          text not null,
    confirmed_until timestamptz not null,
    revoked_version bigint not null default 0,
    revoked_from    timestamptz,
    foreign key (participant, hash) references directory.entry
);

create table directory.revocation (
    participant text not null,
    version     bigint not null,
    json        bytea not null,
    received_at timestamptz not null,
    primary key (participant, version)
);

create table directory.warning (
    code    text not null,
    subject text not null,
    facts   text not null,
    since   timestamptz not null,
    primary key (code, subject)
);

-- A lapsed peer that two officers keep on.
create table directory.keeping (
    participant   text primary key,
    first_officer text not null,
    asked_at      timestamptz not null
);

create table directory.phone_test (
    id          bigint generated always as identity primary key,
    participant text not null,
    phone       text not null,
    official    text not null,
    tested_at   timestamptz not null
);
create index phone_test_by_participant on directory.phone_test (participant, tested_at desc);

-- The new version of our own entry that waits for its second officer; at most one.
create table directory.draft (
    one        boolean primary key default true check (one),
    json       bytea not null,
    officer    text not null,
    written_at timestamptz not null
);
