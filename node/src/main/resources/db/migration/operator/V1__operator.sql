create schema operator;

create table operator.submission (
    participant  text not null,
    hash         text not null,
    version      bigint not null,
    json         bytea not null,
    status       text not null check (status in ('SUBMITTED', 'ADMITTED', 'REFUSED')),
    submitted_at timestamptz not null,
    decided_by   text,
    decided_at   timestamptz,
    primary key (participant, hash)
);
create index submission_waiting on operator.submission (submitted_at) where status = 'SUBMITTED';

create table operator.list (
    sequence bigint primary key,
    hash     text not null,
    json     bytea not null,
    issued   timestamptz not null
);

create table operator.revocation (
    participant text not null,
    version     bigint not null,
    json        bytea not null,
    received_at timestamptz not null,
    primary key (participant, version)
);
