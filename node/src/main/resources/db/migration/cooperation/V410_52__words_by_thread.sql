-- Retention looks for what belongs to one request, whatever its status.
create index draft_of_any_status on cooperation.draft (thread) where thread is not null;
create index paper_draft_of_request on cooperation.paper_draft (reference) where status = 'RECORDED';
