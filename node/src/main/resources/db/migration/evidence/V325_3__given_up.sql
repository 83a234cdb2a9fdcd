-- Begun, and given up before it was whole: what lay in the vault goes, and then removed_at says when.
alter table evidence.item drop constraint item_state_check;
alter table evidence.item
    add constraint item_state_check check (state in ('ADDING', 'ARRIVING', 'GIVEN_UP', 'SEALED', 'MATCHED', 'DAMAGED'));
alter table evidence.item drop constraint item_check;
alter table evidence.item
    add constraint item_manifest_check check (state = 'GIVEN_UP' or (manifest is null) = (state = 'ADDING'));
alter table evidence.item add column removed_at timestamptz check (removed_at is null or state = 'GIVEN_UP');

create index item_to_remove on evidence.item (id) where state = 'GIVEN_UP' and removed_at is null;
create index item_unfinished on evidence.item (thread, begun_at desc) where state = 'ADDING';
