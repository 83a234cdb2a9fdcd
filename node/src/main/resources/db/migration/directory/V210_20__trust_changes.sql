-- Rises with each change of pins, revocations or lists, in the transaction that makes it: every process of the node asks it
-- before it admits or seals, and reads anew when it has risen.
create table directory.change (
    one boolean primary key default true check (one),
    n   bigint not null default 0
);
insert into directory.change default values;

create function directory.changed() returns trigger language plpgsql as $$
begin
    -- Never inserts: while a backup is read back, the row comes with it.
    update directory.change set n = n + 1;
    return null;
end $$;

create trigger pin_changes after insert or update or delete or truncate on directory.pin
    for each statement execute function directory.changed();
create trigger revocation_changes after insert or update or delete or truncate on directory.revocation
    for each statement execute function directory.changed();
create trigger list_changes after insert or update or delete or truncate on directory.list
    for each statement execute function directory.changed();
