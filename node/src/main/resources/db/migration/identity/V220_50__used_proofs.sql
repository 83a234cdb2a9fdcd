-- A proof that a person gives again before a change of how they sign in counts once; forgotten when it holds no longer.
create table identity.used_proof (
    proof   uuid        primary key,
    used_at timestamptz not null
);
create index used_proof_age on identity.used_proof (used_at);
