-- Who returned a draft, and when: whoever wrote it reads both on the desk.
alter table cooperation.draft add column given_back_by text, add column given_back_at timestamptz;

-- What has not left is few, however many drafts the node has had.
create index draft_in_hand on cooperation.draft (saved_at) where status in ('WRITING', 'SUBMITTED');
create index draft_held on cooperation.draft (not_before) where status = 'SENT' and not_before is not null;
