-- A letter that was ready and will not be posted: who said so stands in official, nobody where its State has a node since.
alter table cooperation.dispatch
    add column not_posted_at  timestamptz,
    add column not_posted_why text not null default '';
create index request_to_post on cooperation.request (counterpart) where post_by is not null;
