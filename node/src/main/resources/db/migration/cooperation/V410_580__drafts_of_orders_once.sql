-- The later of two who save a draft order from the same page is told, and writes over nothing.
alter table cooperation.court_order add column version bigint not null default 1;
