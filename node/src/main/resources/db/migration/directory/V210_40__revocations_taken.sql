-- When revocations of a participant were taken: so many in a day.
create table directory.revocation_taken (
    participant text        not null,
    at          timestamptz not null
);
create index revocation_taken_by_participant on directory.revocation_taken (participant, at);
