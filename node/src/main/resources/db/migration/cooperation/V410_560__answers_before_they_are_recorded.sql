-- What came in a thread of ours is kept, with its scan, until an officer has compared it with the original.
alter table cooperation.paper_draft add column thread text;
create index paper_draft_thread on cooperation.paper_draft (thread) where thread is not null;
