-- Replaced by one for each sender, below.
drop index evidence.arrival_due;

-- The page of transfers reads both lists newest first, a page at a time.
create index arrival_newest on evidence.arrival (expected_at desc, manifest);
create index release_newest on evidence.release (released_at desc, manifest) where released_at is not null;

-- What is due is asked for each sender by itself.
create index arrival_due_of_sender on evidence.arrival (sender, next_at) where state in ('WAITING', 'WHOLE');

-- The health page counts what could not be read.
create index item_unread on evidence.item (id) where unread_at is not null;
