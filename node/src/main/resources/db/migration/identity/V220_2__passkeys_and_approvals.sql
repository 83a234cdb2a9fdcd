create table identity.passkey (
    credential_id      bytea primary key,
    person             text        not null references identity.person (id),
    label              text        not null check (length(label) between 1 and 80),
    type               text        not null,
    public_key         bytea       not null,
    signature_count    bigint      not null,
    uv_initialized     boolean     not null,
    transports         text[]      not null,
    backup_eligible    boolean     not null,
    backup_state       boolean     not null,
    attestation_object bytea       not null,
    attestation_client bytea,
    created_at         timestamptz not null,
    last_used_at       timestamptz not null
);
create index passkey_person on identity.passkey (person, created_at);

-- Failures in a row, by person and by address; forgotten after a day without one.
create table identity.failure (
    who         text primary key,
    failures    int         not null,
    last_at     timestamptz not null,
    wait_until  timestamptz
);
create index failure_age on identity.failure (last_at);

-- One official approves one act once. Kept for oversight.
create table identity.approval (
    act        text        not null check (act ~ '^[0-9a-f]{64}$'),
    person     text        not null references identity.person (id),
    pseudonym  text        not null,
    method     text        not null,
    given_at   timestamptz not null,
    credential bytea,
    assertion  text,
    primary key (act, person)
);
