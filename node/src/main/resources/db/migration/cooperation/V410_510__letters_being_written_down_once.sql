-- Two officers with the same letter open do not save over each other.
alter table cooperation.paper_draft add column version bigint not null default 1;
