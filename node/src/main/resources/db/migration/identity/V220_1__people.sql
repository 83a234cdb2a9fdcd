create schema identity;

create table identity.person (
    id               text primary key check (id ~ '^[a-z][a-z0-9.-]{1,39}$'),
    name             text        not null check (length(name) between 1 and 120),
    pseudonym        text        not null unique,
    handle           bytea       not null unique,
    duties           text[]      not null,
    active           boolean     not null default true,
    password         text,
    totp_secret      bytea,
    totp_step        bigint      not null default 0,
    language         text,
    theme            text,
    last_sign_in     timestamptz,
    previous_sign_in timestamptz,
    created_at       timestamptz not null
);
create index person_name on identity.person (name);

-- Spring Session's own tables, by its PostgreSQL schema.
create table identity.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36)     not null references identity.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
