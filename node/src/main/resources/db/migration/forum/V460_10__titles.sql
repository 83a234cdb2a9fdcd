-- The title of a topic goes with its first post: it is veiled while that is hidden, and deleted when that is withdrawn.
alter table forum.topic
    drop constraint topic_title_check,
    add constraint topic_title_check check (length(title) <= 200),
    add column veiled boolean not null default false;

update forum.topic t set veiled = exists
       (select from forum.post p where p.id = (select min(f.id) from forum.post f where f.topic = t.id) and p.hidden_at is not null);
update forum.topic t set title = '' where exists
       (select from forum.post p where p.id = (select min(f.id) from forum.post f where f.topic = t.id) and p.withdrawn_at is not null);

-- Which page somebody wrote on would tell, in a room under the Chatham House Rule, that the host's own office spoke.
alter table forum.post drop constraint post_source_check;
update forum.post set source = 'PAGE' where source <> 'NODE';
alter table forum.post add constraint post_source_check check (source in ('NODE', 'PAGE'));
