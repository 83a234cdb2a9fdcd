-- The other State's number that a letter bears once it has left; null of what left before this was kept. A correction changes none.
alter table cooperation.dispatch add column their_case text;
alter table cooperation.request drop column their_case_at;
