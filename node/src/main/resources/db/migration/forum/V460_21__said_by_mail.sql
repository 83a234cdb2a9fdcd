-- What an official said by mail and pressed no page for.
alter table forum.post drop constraint post_source_check;
alter table forum.post add constraint post_source_check check (source in ('NODE', 'PAGE', 'MAIL'));
