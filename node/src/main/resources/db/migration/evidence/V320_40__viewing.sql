-- Sealed and passed on, never shown on this node: child sexual abuse material.
alter table evidence.item add column sealed_only boolean not null default false;

-- An item that was opened to be looked at: one custody entry each, however many pages are turned.
create table evidence.viewing (
    id       uuid        primary key,
    item     uuid        not null references evidence.item (id),
    official text        not null,
    until    timestamptz not null
);

create index viewing_until on evidence.viewing (until);
