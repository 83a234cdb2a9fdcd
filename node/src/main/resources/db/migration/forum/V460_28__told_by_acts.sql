-- What moderators were told by an act goes with it. Its words are gone then, and the line counts among those of the day.
alter table forum.notice
    drop constraint notice_words_check,
    add constraint notice_words_check check (length(words) <= 1000),
    add column thread text;
create index notice_thread on forum.notice (thread) where thread is not null;
