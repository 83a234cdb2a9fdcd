-- Acts of ours that declare items destroyed of which something could not be: nothing of them is deleted yet, and they are tried
-- again. The item is the manifest of which nothing is known here; empty where the list of the delivery is not kept.
create table cooperation.destruction_undone (
    act    text primary key,
    thread text        not null,
    item   text        not null,
    since  timestamptz not null
);
create index destruction_undone_thread on cooperation.destruction_undone (thread);
