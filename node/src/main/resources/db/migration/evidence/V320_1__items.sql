create schema evidence;

create table evidence.item (
    id            uuid        primary key,
    name          text        not null,
    media_type    text        not null,
    thread        text,
    declared_size bigint      check (declared_size >= 0),
    state         text        not null check (state in ('ADDING', 'SEALED', 'MATCHED', 'DAMAGED')),
    begun_at      timestamptz not null,
    begun_by      text        not null,
    -- canonical JSON; null while the item is being added
    manifest      bytea,
    -- when its stored bytes were last read from end to end and found right
    scrubbed_at   timestamptz,
    check ((manifest is null) = (state = 'ADDING'))
);

create index item_of_thread on evidence.item (thread, begun_at);
create index item_to_scrub on evidence.item (scrubbed_at nulls first) where state in ('SEALED', 'MATCHED');

-- The holder's own record: who did what with an item. Nothing is changed or taken out.
create table evidence.custody (
    item     uuid        not null references evidence.item (id),
    n        integer     not null check (n > 0),
    time     timestamptz not null,
    -- adding-begun, sealed, matched, not-matched, found-damaged
    what     text        not null,
    -- null: the node itself
    official text,
    -- SHA-256 of the manifest that it was said of, once there is one
    manifest text,
    primary key (item, n)
);

create rule custody_stays as on update to evidence.custody do instead nothing;
create rule custody_is_kept as on delete to evidence.custody do instead nothing;
