-- A drill is written as one, and shown as one to both sides; what was here before was none.
alter table cooperation.draft add column drill boolean not null default false;
alter table cooperation.request add column drill boolean not null default false;
