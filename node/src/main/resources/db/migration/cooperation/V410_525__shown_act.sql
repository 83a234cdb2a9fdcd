-- The act that an officer was shown before signing it: only this one is signed, and a draft that changes forgets it.
create table cooperation.shown_act (
    draft    text  primary key references cooperation.draft (id) on delete cascade,
    act_json bytea not null
);
