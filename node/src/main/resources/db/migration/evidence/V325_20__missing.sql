-- MISSING: what is stored of it is not there any more. Found by looking, and undone by looking.
alter table evidence.item drop constraint item_state_check;
alter table evidence.item
    add constraint item_state_check check (state in (
        'ADDING', 'ARRIVING', 'GIVEN_UP', 'SEALED', 'MATCHED', 'DAMAGED', 'MISSING', 'DESTROYED'));

-- Bytes of the sealed payload, as its manifest says: how much is held says how fast it has to be read again.
alter table evidence.item add column payload_size bigint;
update evidence.item
   set payload_size = (convert_from(manifest, 'UTF8')::jsonb #>> '{payload,size}')::bigint
 where manifest is not null;

-- When reading it again failed, and nobody could say whether that is the item's fault; null once it was read.
alter table evidence.item add column unread_at timestamptz;

create index item_lost on evidence.item (begun_at desc) where state in ('DAMAGED', 'MISSING');
