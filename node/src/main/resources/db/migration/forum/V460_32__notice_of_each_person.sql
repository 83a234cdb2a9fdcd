-- Two persons of one participant do not write over each other, and a page not over an act. Who told an open one before is not known.
alter table forum.notice add column person text not null default '';
drop index forum.notice_open;
create unique index notice_open on forum.notice (post, participant, person, coalesce(thread, '')) where looked_at is null;
