-- Whoever holds a link may answer anew, and not without end.
alter table implementation.link add column answers integer not null default 0;
