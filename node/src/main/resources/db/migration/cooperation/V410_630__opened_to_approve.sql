-- Who last opened what waits for approval, of those who may approve it; another version of it was opened by nobody yet.
-- Of what waited before this was noted nobody knows whether it was opened: opening_kept is false until it is submitted again.
alter table cooperation.draft
    add column opened_by text,
    add column opened_at timestamptz,
    add column opening_kept boolean not null default false,
    add constraint draft_opened check ((opened_by is null) = (opened_at is null));
