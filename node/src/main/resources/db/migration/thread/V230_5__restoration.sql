-- A node that came back from a backup; each restore adds a row. Until a counterpart is compared since the last one,
-- nothing new is registered or sent in threads with it.
create table thread.restoration (
    restored_at timestamptz primary key,
    backup_at   timestamptz not null,
    told_at     timestamptz
);

create table thread.compared (
    counterpart text not null,
    restored_at timestamptz not null references thread.restoration,
    compared_at timestamptz not null,
    -- null: the registers agreed; else who opened without
    official    text,
    primary key (counterpart, restored_at)
);
