-- Who last opened what waits for approval, of those who may approve it; another version of it was opened by nobody yet.
alter table cooperation.draft
    add column opened_by text,
    add column opened_at timestamptz,
    add constraint draft_opened check ((opened_by is null) = (opened_at is null));
