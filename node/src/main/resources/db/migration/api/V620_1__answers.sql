create schema if not exists api;

-- What a program was answered, for as long as it may ask again. Bodies of wishes are not kept, only a keyed hash.
create table api.answer (
    id text primary key,
    fingerprint text not null,
    kept_at timestamptz not null,
    status int,
    body bytea
);

create index on api.answer (kept_at);
