-- What is to be deleted is marked first, and waits for days of the node's running time, which no clock can shorten.
create table cooperation.retention_mark (
    what      text primary key,
    marked_at timestamptz not null,
    running   bigint      not null
);
create index draft_saved on cooperation.draft (saved_at, id) where status <> 'SENT';
create index paper_draft_saved on cooperation.paper_draft (saved_at, id) where status <> 'RECORDED';
create index paper_sheet_at on cooperation.paper_sheet (at, id);
