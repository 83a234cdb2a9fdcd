-- Tokens and links are shown once; only their hash is kept.
create table identity.api_token (
    hash         text primary key,
    person       text        not null references identity.person (id),
    name         text        not null check (length(name) between 1 and 80),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz
);
create index api_token_person on identity.api_token (person, created_at);

create table identity.enrolment (
    hash       text primary key,
    person     text        not null references identity.person (id),
    issued_by  text,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index enrolment_person on identity.enrolment (person);
