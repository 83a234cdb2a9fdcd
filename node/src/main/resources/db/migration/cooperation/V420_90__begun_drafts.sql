-- What was begun by one press, and has no word in it yet, is gone on with when it is pressed again.
create index draft_begun on cooperation.draft (written_by, procedure)
    where status = 'WRITING' and version = 1 and thread is null;
