-- An officer who holds a paper finds its order by the check word alone: by the hash of the word, as mark is that of number and word.
-- Words from before get theirs with the next paper that is printed.
alter table cooperation.check_word add column alone text;
create index check_word_alone on cooperation.check_word (alone);
-- What was begun by one press, and has no word in it yet, is gone on with when it is pressed again.
create index draft_begun on cooperation.draft (written_by, procedure)
    where status = 'WRITING' and version = 1 and thread is null;
