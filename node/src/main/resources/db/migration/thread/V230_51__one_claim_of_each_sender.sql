-- Of each sender the newest head above our last: one alone cannot fill the table.
delete from thread.claim older using thread.claim newer
 where older.thread = newer.thread and older.sender = newer.sender and older.n < newer.n;
alter table thread.claim drop constraint claim_pkey;
alter table thread.claim add primary key (thread, sender);
