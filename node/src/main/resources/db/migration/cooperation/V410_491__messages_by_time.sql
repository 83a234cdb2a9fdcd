-- A message that the search found stands on the page that shows it; one that comes again is known by who wrote it and when.
create index message_written on cooperation.message (thread, author, time);
