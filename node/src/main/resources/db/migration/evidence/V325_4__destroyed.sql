-- Declared destroyed by a registered act: nobody opens it; its keys and bytes go, and then removed_at says when.
alter table evidence.item drop constraint item_state_check;
alter table evidence.item
    add constraint item_state_check check (state in (
        'ADDING', 'ARRIVING', 'GIVEN_UP', 'SEALED', 'MATCHED', 'DAMAGED', 'DESTROYED'));
alter table evidence.item drop constraint item_check;
alter table evidence.item
    add constraint item_removed_check check (removed_at is null or state in ('GIVEN_UP', 'DESTROYED'));
-- why it must not be destroyed, in the words of whoever decided; null if nothing says so
alter table evidence.item add column legal_hold text;

drop index evidence.item_to_remove;
create index item_to_remove on evidence.item (id) where state in ('GIVEN_UP', 'DESTROYED') and removed_at is null;
