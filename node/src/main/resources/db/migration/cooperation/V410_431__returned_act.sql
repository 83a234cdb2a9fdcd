-- The act that was last returned, with the note, until the next version of it is sent or dropped: who reads it again sees what
-- changed. It goes with its draft when that is deleted.
create table cooperation.returned_act (
    draft       text primary key references cooperation.draft (id) on delete cascade,
    why         text        not null,
    returned_by text        not null,
    returned_at timestamptz not null,
    act_json    bytea       not null,
    files       text        not null
);
