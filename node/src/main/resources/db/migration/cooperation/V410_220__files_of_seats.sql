-- What a person in a seat adds to an act, until the act is sealed with it.
create table cooperation.seat_draft_file (
    act   text  not null references cooperation.seat_draft on delete cascade,
    name  text  not null,
    bytes bytea not null,
    primary key (act, name)
);
